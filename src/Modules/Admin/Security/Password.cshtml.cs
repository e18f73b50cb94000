using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Admin.Passwords;
using SmartRecruiting.Admin.SignIn;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.Security;

/// <summary>Another password, for who knows the one of now; every other session ends and no device is spared the second step.</summary>
internal sealed class PasswordModel(
    AdminDb db,
    ICurrentUser user,
    AskPassword ask,
    PasswordRules rules,
    PasswordHashing hashing,
    Sessions sessions,
    AccountMail mails,
    IAudit audit,
    IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        ModelState.SetModelValue(nameof(Current), null, null);
        ModelState.SetModelValue(nameof(Next), null, null);
        var account = await db.Accounts.SingleAsync(a => a.Id == user.Id, cancellation);
        if (rules.Problem(Next ?? "", account.Email!) is { } problem) ModelState.AddModelError(nameof(Next), texts[problem, PasswordRules.Shortest, PasswordRules.Longest]);
        if (await ask.RefusalAsync(account, Current, cancellation) is { } refusal) ModelState.AddModelError(nameof(Current), refusal);
        if (!ModelState.IsValid) return Page();
        if (await hashing.HashAsync(Next!, cancellation) is not { } hash)
        {
            ModelState.AddModelError("", texts["SignInBusy"]);
            return Page();
        }
        account.PasswordHash = hash;
        account.EndSessions();
        db.Publish(mails.Notice(account.Email!, "NoticePassword"));
        await db.InTransactionAsync(
            async () =>
            {
                await sessions.EndAllAsync(account.Id, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        await sessions.BeginAsync(account, cancellation);
        await audit.WriteAsync(new AuditEntry("password.changed", "account", account.Id), cancellation);
        this.Say(texts["ChangePasswordSaid"]);
        return LocalRedirect("/account/security");
    }
}
