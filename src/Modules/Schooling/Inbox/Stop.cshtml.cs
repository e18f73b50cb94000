using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>
/// Where the mails of the inbox are stopped; their token is all it takes. Mail programs post here by themselves (RFC 8058), so no form's
/// token can be asked for; nobody else knows the address that another site would need.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class StopModel(SchoolingDb db) : PageModel
{
    public bool IsOn { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, CancellationToken cancellation)
    {
        if (await FindAsync(token, cancellation) is not { } member) return NotFound();
        IsOn = member.MailPace is not MailPace.None;
        return Page();
    }

    // Answers with the page itself: a mail program need not follow a redirect, and posting twice changes nothing.
    public async Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancellation)
    {
        if (await FindAsync(token, cancellation) is not { } member) return NotFound();
        member.StopMails();
        await db.SaveChangesAsync(cancellation);
        return Page();
    }

    private Task<StaffMember?> FindAsync(string token, CancellationToken cancellation) => db.Staff.FirstOrDefaultAsync(s => s.StopToken == token, cancellation);
}
