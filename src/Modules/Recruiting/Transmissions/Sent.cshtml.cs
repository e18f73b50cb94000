using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Transmissions;

internal sealed class SentModel(RecruitingDb db, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    // So few students could be told apart, so their number is not shown.
    private const int FewestShown = 5;

    private static readonly Columns<Row> Columns = new Columns<Row>("Programme")
        .Add("Programme", r => r.Programme, r => r.Order)
        .Add("Component", r => r.Component)
        .Add("Match", r => Text.Get("Strength" + r.Strength), r => r.Strength)
        .Add("Sent", r => r.SentAt)
        .Add("Read", r => r.ReadAt)
        .Add("Forwarded", r => r.ForwardedAt)
        .Add("Students", r => r.ForwardedAt == null ? "" : Students(r.Students), r => r.ForwardedAt)
        .Add("Declined", r => r.DeclinedAt)
        .Add("DeclineCode", r => r.CodeInWords, r => r.DeclineCode)
        .Add("DeclineReason", r => r.DeclineReason);

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public ListQuery Query { get; set; } = new();

    public string OfferTitle { get; private set; } = "";

    public bool CanSend { get; private set; }

    public Slice<Row> List { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var offer = await db.Offers.Of(user).Where(o => o.Id == Id).Select(o => new { o.Title, o.Status }).SingleOrDefaultAsync(cancellation);
        if (offer is null) return NotFound();
        (OfferTitle, CanSend) = (offer.Title.Length > 0 ? offer.Title : text["Untitled"], offer.Status is OfferStatus.Published);
        var rows = db.Transmissions.Where(t => t.OfferId == Id).WhereWords(Query.Words).Select(t => new Row
        {
            Id = t.Id,
            Programme = t.ProgrammeName,
            Order = EF.Property<string>(t, SearchColumns.Name),
            Component = t.Component,
            Strength = t.Strength,
            SentAt = t.SentAt,
            ReadAt = t.ReadAt,
            ForwardedAt = t.ForwardedAt,
            Students = t.ForwardedCount,
            DeclinedAt = t.DeclinedAt,
            DeclineCode = t.DeclineCode,
            DeclineReason = t.DeclineReason,
        });
        if (Query.WantsCsv) return await rows.ToCsvAsync(Columns, Query, text["TransmissionsFile"], text, cancellation);
        List = await rows.ToSliceAsync(Columns, Query, r => r.Id, cancellation);
        return Page();
    }

    /// <summary>How many, or "&lt;5" for a group so small that a number would say who.</summary>
    public static string Students(int count) =>
        count < FewestShown ? $"<{FewestShown}" : count.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);

    internal sealed record Row
    {
        public Guid Id { get; init; }
        public string Programme { get; init; } = "";
        public string Order { get; init; } = "";
        public string Component { get; init; } = "";
        public Strength Strength { get; init; }
        public DateTime SentAt { get; init; }
        public DateTime? ReadAt { get; init; }
        public DateTime? ForwardedAt { get; init; }
        public int Students { get; init; }
        public DateTime? DeclinedAt { get; init; }
        public DeclineReason? DeclineCode { get; init; }
        public string? DeclineReason { get; init; }

        public string CodeInWords => DeclineCode is { } code ? Text.Get("Decline" + code) : "";

        /// <summary>The reason and the manager's words, as one sentence.</summary>
        public string Decline => string.Join(" — ", new[] { CodeInWords, DeclineReason }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
