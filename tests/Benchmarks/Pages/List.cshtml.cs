using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Benchmarks.Pages;

/// <summary>The ceiling of a list: one query of 25 rows printed bare, without layout, filters or exports.</summary>
internal sealed class ListModel(RecruitingDb db) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Rows = await db.Offers.AsNoTracking().OrderByDescending(o => o.Id).Take(25).Select(o => new Row(o.Id, o.Title, o.Status, o.PostedAt)).ToListAsync(cancellation);

    internal sealed record Row(Guid Id, string Title, OfferStatus Status, DateTime Posted);
}
