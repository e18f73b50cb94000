using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Moderation;

/// <summary>Offers that wait for an administrator's eye, the longest first.</summary>
internal sealed class IndexModel(RecruitingDb db, IStringLocalizer<Text> text) : PageModel
{
    private static readonly Columns<Row> Columns = new Columns<Row>("OpenedAt")
        .Add("Title", r => r.Title, r => r.Order)
        .Add("Company", r => r.Company)
        .Add("Cause", r => Text.Get("Cause" + r.Cause), r => r.Cause)
        .Add("Found", r => r.Found)
        .Add("Reports", r => r.Reports)
        .Add("OpenedAt", r => r.OpenedAt)
        .Add("Verdict", r => r.Verdict == null ? Text.Get("VerdictOpen") : Text.Get("Verdict" + r.Verdict), r => r.Verdict);

    [BindProperty(SupportsGet = true)] public ListQuery Query { get; set; } = new();

    /// <summary>Those that were decided, in place of those that wait.</summary>
    [BindProperty(SupportsGet = true, Name = "decided")] public bool Decided { get; set; }

    public Slice<Row> List { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = Rows();
        if (Query.WantsCsv) return await rows.ToCsvAsync(Columns, Query, text["ModerationFile"], text, cancellation);
        List = await rows.ToSliceAsync(Columns, Query, r => r.Id, cancellation);
        return Page();
    }

    private IQueryable<Row> Rows()
    {
        var pairs =
            from look in Decided ? db.Moderations.Where(m => m.Verdict != null) : db.OpenModerations()
            join offer in db.Offers on look.OfferId equals offer.Id
            join company in db.Companies on offer.CompanyId equals company.Id
            select new { look, offer, company };
        foreach (var word in Fold.Words(Query.Words))
        {
            pairs = pairs.Where(p => EF.Property<string>(p.offer, SearchColumns.Name).Contains(word) || EF.Property<string>(p.company, SearchColumns.Name).Contains(word));
        }
        return pairs.Select(p => new Row
        {
            Id = p.look.Id,
            Title = p.offer.Title,
            Order = EF.Property<string>(p.offer, SearchColumns.Name),
            Company = p.company.TradeName ?? p.company.LegalName,
            Cause = p.look.Cause,
            Found = p.look.Found,
            Reports = db.OfferReports.Count(r => r.OfferId == p.offer.Id),
            OpenedAt = p.look.OpenedAt,
            Verdict = p.look.Verdict,
        });
    }

    internal sealed record Row
    {
        public Guid Id { get; init; }
        public string Title { get; init; } = "";
        public string Order { get; init; } = "";
        public string Company { get; init; } = "";
        public ModerationCause Cause { get; init; }
        public string Found { get; init; } = "";
        public int Reports { get; init; }
        public DateTime OpenedAt { get; init; }
        public Verdict? Verdict { get; init; }
    }
}
