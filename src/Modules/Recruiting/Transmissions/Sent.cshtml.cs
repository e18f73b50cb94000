using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Transmissions;

/// <summary>What became of an offer at each programme, and where to send it next when one declined or did not answer.</summary>
internal sealed class SentModel(RecruitingDb db, NextProgrammes next, IProgrammes programmes, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    // So few students could be told apart, so their number is not shown.
    private const int FewestShown = 5;
    private const int ReasonsShown = 3;

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
        .Add("DeclineReason", r => r.DeclineReason)
        .Add("Unanswered", r => r.UnansweredAt);

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public ListQuery Query { get; set; } = new();

    public string OfferTitle { get; private set; } = "";

    public bool CanSend { get; private set; }

    public Funnel Fate { get; private set; } = null!;

    /// <summary>Programmes to try next, best first.</summary>
    public IReadOnlyList<NextRow> Next { get; private set; } = [];

    public Slice<Row> List { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var offer = await db.Offers.AsNoTracking().Of(user).SingleOrDefaultAsync(o => o.Id == Id, cancellation);
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
            UnansweredAt = t.ForwardedAt == null && t.DeclinedAt == null ? t.UnansweredAt : null,
        });
        if (Query.WantsCsv) return await rows.ToCsvAsync(Columns, Query, text["TransmissionsFile"], text, cancellation);
        List = await rows.ToSliceAsync(Columns, Query, r => r.Id, cancellation);
        Fate = await Funnel.OfAsync(db.Transmissions.Where(t => t.OfferId == Id), cancellation);
        if (Fate.Declined + Fate.Unanswered > 0) await ProposeAsync(offer, cancellation);
        return Page();
    }

    private async Task ProposeAsync(Offer offer, CancellationToken cancellation)
    {
        var ranked = await next.FindAsync(offer, cancellation);
        var slugs = (await programmes.FindAsync([.. ranked.Select(p => p.ProgrammeId)], cancellation)).ToDictionary(p => p.Id, p => p.Slug);
        Next = [.. ranked.Where(p => slugs.ContainsKey(p.ProgrammeId)).Select(p => new NextRow(
            p.ProgrammeId, slugs[p.ProgrammeId], p.Name, p.Component, p.Level, p.Strength, [.. p.Reasons.OrderByDescending(r => r.IsSkill).Take(ReasonsShown)]))];
    }

    /// <summary>How many, or "&lt;5" for a group so small that a number would say who.</summary>
    public static string Students(int count) =>
        count < FewestShown ? $"<{FewestShown}" : count.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);

    internal sealed record NextRow(Guid Id, string Slug, string Name, string Component, string Level, Strength Strength, IReadOnlyList<Reason> Reasons);

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

        /// <summary>Null also when an answer came after all.</summary>
        public DateTime? UnansweredAt { get; init; }

        public string CodeInWords => DeclineCode is { } code ? Text.Get("Decline" + code) : "";

        /// <summary>The reason and the manager's words, as one sentence.</summary>
        public string Decline => string.Join(" — ", new[] { CodeInWords, DeclineReason }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
