using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Admin.SignIn;

namespace SmartRecruiting.Admin.SignUp;

/// <summary>Sends the mail that asks for confirmation again; the answer is the same for every address.</summary>
internal sealed class ResendModel(AdminDb db, MailLinks links, AccountMail mails, Attempts attempts, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty, Required(ErrorMessage = "EmailMissing"), StringLength(256, ErrorMessage = "EmailInvalid")]
    public string Email { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return Page();
        var normal = Account.Normal(Email);
        if (attempts.Begin("resend " + normal, HttpContext.Connection.RemoteIpAddress) is { Ticks: > 0 } wait)
        {
            ModelState.AddModelError("", texts["TooManyTries", Math.Ceiling(wait.TotalMinutes)]);
            return Page();
        }
        if (attempts.MayMail(normal))
        {
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == normal && a.Status == AccountStatus.EmailUnverified, cancellation);
            var token = links.Add(LinkPurpose.ConfirmSignUp, account?.Id);
            if (account is not null) db.Publish(mails.Confirm(account, token));
            await db.SaveChangesAsync(cancellation);
        }
        return RedirectToPage("Sent");
    }
}
