using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Admin.SignIn;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.Passwords;

/// <summary>A new password by the link of a mail: once, within the hour. A bad password leaves the link good.</summary>
internal sealed class ResetModel(
    AdminDb db,
    MailLinks links,
    AccountMail mails,
    PasswordRules rules,
    PasswordHashing hashing,
    Sessions sessions,
    IAudit audit,
    IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whose password; null when the link is worthless.</summary>
    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) is null ? Gone() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        ModelState.SetModelValue(nameof(Password), null, null);
        if (await FindAsync(cancellation) is not { } link) return Gone();
        if (rules.Problem(Password ?? "", Email!) is { } problem)
        {
            ModelState.AddModelError(nameof(Password), texts[problem, PasswordRules.Shortest, PasswordRules.Longest]);
            return Page();
        }
        if (await hashing.HashAsync(Password!, cancellation) is not { } hash)
        {
            ModelState.AddModelError("", texts["SignInBusy"]);
            return Page();
        }
        if (!await ChangeAsync(link, hash, cancellation)) return Gone();
        await audit.WriteAsync(new AuditEntry("password.reset", "account", link.AccountId), cancellation);
        this.Say(texts["ResetSaid"]);
        return LocalRedirect("/account/login");
    }

    private async Task<bool> ChangeAsync(MailLink link, string hash, CancellationToken cancellation)
    {
        var changed = false;
        await db.InTransactionAsync(
            async () =>
            {
                if (!await links.TakeAsync(link, cancellation)) return;
                var account = await db.Accounts.SingleAsync(a => a.Id == link.AccountId, cancellation);
                account.PasswordHash = hash;
                account.EndSessions();
                await sessions.EndAllAsync(account.Id, cancellation);
                db.Publish(mails.Notice(account.Email!, "NoticePassword"));
                await db.SaveChangesAsync(cancellation);
                changed = true;
            },
            cancellation);
        return changed;
    }

    private async Task<MailLink?> FindAsync(CancellationToken cancellation)
    {
        if (await links.FindAsync(LinkPurpose.ResetPassword, Token, cancellation) is not { } link) return null;
        Email = await db.Accounts
            .Where(a => a.Id == link.AccountId && (a.Status == AccountStatus.Active || a.Status == AccountStatus.PendingApproval))
            .Select(a => a.Email).SingleOrDefaultAsync(cancellation);
        return Email is null ? null : link;
    }

    private PageResult Gone()
    {
        Email = null;
        var page = Page();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
