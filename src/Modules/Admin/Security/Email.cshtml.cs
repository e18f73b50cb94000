using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Admin.Passwords;
using SmartRecruiting.Admin.SignIn;
using SmartRecruiting.Admin.SignUp;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.Security;

/// <summary>Another address, once its owner confirms it. Whether somebody else has it, only a mail to it tells.</summary>
internal sealed class EmailModel(
    AdminDb db,
    ICurrentUser user,
    AskPassword ask,
    MailLinks links,
    AccountMail mails,
    Attempts attempts,
    IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        ModelState.SetModelValue(nameof(Password), null, null);
        var account = await db.Accounts.SingleAsync(a => a.Id == user.Id, cancellation);
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), texts["EmailMissing"]);
        else if (!RequestAccount.IsAddress(Email)) ModelState.AddModelError(nameof(Email), texts["EmailInvalid"]);
        else if (Account.Normal(Email) == account.NormalizedEmail) ModelState.AddModelError(nameof(Email), texts["EmailSame"]);
        if (await ask.RefusalAsync(account, Password, cancellation) is { } refusal) ModelState.AddModelError(nameof(Password), refusal);
        if (!ModelState.IsValid) return Page();
        var (email, normal) = (Account.Tidy(Email!), Account.Normal(Email!));
        if (attempts.MayMail(normal))
        {
            await links.RevokeAsync(LinkPurpose.ChangeEmail, account.Id, cancellation);
            if (await db.Accounts.AnyAsync(a => a.NormalizedEmail == normal, cancellation)) db.Publish(mails.Known(email));
            else db.Publish(mails.ConfirmEmail(email, links.Add(LinkPurpose.ChangeEmail, account.Id, email)));
            await db.SaveChangesAsync(cancellation);
        }
        this.Say(texts["ChangeEmailSaid"]);
        return LocalRedirect("/account/security");
    }
}
