using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Offers;

internal sealed class ListModel(RecruitingDb db, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    private static readonly Columns<Row> Columns = new Columns<Row>("-Posted")
        .Add("Title", r => r.Title, r => r.Order)
        .Add("Status", r => Text.Get("Status" + r.Status), r => r.Status)
        .Add("Posted", r => r.Posted)
        .Add("Sent", r => r.Sent)
        .Add("Read", r => r.Read)
        .Add("Forwarded", r => r.Forwarded);

    [BindProperty(SupportsGet = true)] public ListQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "status")] public OfferStatus? Status { get; set; }

    public Slice<Row> List { get; private set; } = new();

    /// <summary>The empty list is a fresh start, not a filter that finds nothing.</summary>
    public bool HasFilter => Status is not null || !string.IsNullOrWhiteSpace(Query.Words);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var offers = db.Offers.Of(user).WhereWords(Query.Words);
        if (Status is { } status) offers = offers.Where(o => o.Status == status);
        var rows = offers.Select(o => new Row
        {
            Id = o.Id,
            Title = o.Title,
            Order = EF.Property<string>(o, SearchColumns.Name),
            Status = o.Status,
            Posted = o.PostedAt,
            Sent = db.Transmissions.Count(t => t.OfferId == o.Id),
            Read = db.Transmissions.Count(t => t.OfferId == o.Id && t.ReadAt != null),
            Forwarded = db.Transmissions.Count(t => t.OfferId == o.Id && t.ForwardedAt != null),
        });
        if (Query.WantsCsv) return await rows.ToCsvAsync(Columns, Query, text["OffersFile"], text, cancellation);
        List = await rows.ToSliceAsync(Columns, Query, r => r.Id, cancellation);
        return Page();
    }

    internal sealed record Row
    {
        public Guid Id { get; init; }
        public string Title { get; init; } = "";
        public string Order { get; init; } = "";
        public OfferStatus Status { get; init; }
        public DateTime Posted { get; init; }
        public int Sent { get; init; }
        public int Read { get; init; }
        public int Forwarded { get; init; }
    }
}
