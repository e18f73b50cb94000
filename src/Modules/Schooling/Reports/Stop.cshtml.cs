using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>
/// Where the monthly mail is stopped; its token is all it takes. Mail programs post here by themselves (RFC 8058), so no form's token can
/// be asked for; nobody else knows the address that another site would need.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class StopModel(SchoolingDb db) : PageModel
{
    public bool IsOn { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, CancellationToken cancellation)
    {
        if (await Found(token).FirstOrDefaultAsync(cancellation) is not { } subscription) return NotFound();
        IsOn = subscription.IsOn;
        return Page();
    }

    // Answers with the page itself: a mail program need not follow a redirect, and posting twice changes nothing.
    public async Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancellation) =>
        await Found(token).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsOn, false), cancellation) == 0 ? NotFound() : Page();

    private IQueryable<ReportSubscription> Found(string token) => db.ReportSubscriptions.AsNoTracking().Where(s => s.StopToken == token);
}
