using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Roster;

namespace SmartRecruiting.Students.Stop;

/// <summary>
/// Where a student stops forwarded offers, or has them again; the token of the mail is all it takes. Mail programs post here by
/// themselves (RFC 8058), so no form's token can be asked for; nobody else knows the address that another site would need.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class StopModel(StudentsDb db) : PageModel
{
    public bool OptedOut { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, CancellationToken cancellation)
    {
        var entry = await db.Roster.AsNoTracking().FirstOrDefaultAsync(e => e.StopToken == token, cancellation);
        if (entry is null) return NotFound();
        OptedOut = entry.OptedOut;
        return Page();
    }

    public Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancellation) =>
        ChangeAsync(token, entry => entry.Stop(), cancellation);

    public Task<IActionResult> OnPostResumeAsync([FromRoute] string token, CancellationToken cancellation) =>
        ChangeAsync(token, entry => entry.Resume(), cancellation);

    // A student speaks for all their programmes. Answers with the page itself: a mail program need not follow a redirect, and posting twice changes nothing.
    private async Task<IActionResult> ChangeAsync(string token, Action<RosterEntry> change, CancellationToken cancellation)
    {
        var entries = await db.Roster
            .Where(e => db.Roster.Any(holder => holder.StopToken == token && holder.Email == e.Email))
            .ToListAsync(cancellation);
        if (entries.Count == 0) return NotFound();
        entries.ForEach(change);
        await db.SaveChangesAsync(cancellation);
        OptedOut = entries[0].OptedOut;
        return Page();
    }
}
