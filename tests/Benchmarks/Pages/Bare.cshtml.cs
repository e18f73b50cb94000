using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Host.Data;

namespace SmartRecruiting.Benchmarks.Pages;

/// <summary>The ceiling: a page with one query and nothing else, on the same host and database as the pages measured beside it.</summary>
internal sealed class BareModel(HostDb db) : PageModel
{
    public int Count { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Count = await db.Mails.AsNoTracking().Where(m => m.DeadAt != null).CountAsync(cancellation);
}
