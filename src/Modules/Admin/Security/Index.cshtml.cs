using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.SignIn;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.Security;

/// <summary>What keeps an account its owner's, and where it is signed in.</summary>
internal sealed class IndexModel(AdminDb db, Sessions sessions, IAudit audit, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> texts) : PageModel
{
    public View Account { get; private set; } = null!;

    public IReadOnlyList<Row> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (current, seen, begun) = (sessions.Current, now - Session.Kept, now - Session.Longest);
        Account = await db.Accounts.Where(a => a.Id == user.Id).Select(a => new View(a.Email!, a.TwoFactorEnabled)).SingleAsync(cancellation);
        Sessions = await db.Sessions.Where(s => s.AccountId == user.Id && s.SeenAt > seen && s.BegunAt > begun)
            .OrderByDescending(s => s.SeenAt)
            .Select(s => new Row(s.Device, s.Address, s.BegunAt, s.SeenAt, s.Id == current))
            .ToListAsync(cancellation);
        return Page();
    }

    public IActionResult OnPost() => RedirectToPage();

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellation)
    {
        var ended = await sessions.EndOthersAsync(user.Id, cancellation);
        if (ended > 0) await audit.WriteAsync(new AuditEntry("sessions.ended", "account", user.Id, $"{ended}"), cancellation);
        this.Say(texts["EndOthersSaid", ended]);
        return RedirectToPage();
    }

    internal sealed record View(string Email, bool TwoFactorEnabled);

    internal sealed record Row(string Device, string? Address, DateTime BegunAt, DateTime SeenAt, bool IsThis);
}
