using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Admin.SignIn;

namespace SmartRecruiting.Admin.Passwords;

/// <summary>Mails a link to a new password. Every address gets the same answer, after the same query and the same write.</summary>
internal sealed class ForgotModel(AdminDb db, MailLinks links, AccountMail mails, Attempts attempts, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty, Required(ErrorMessage = "EmailMissing"), StringLength(256, ErrorMessage = "EmailInvalid")]
    public string Email { get; set; } = "";

    [FromQuery]
    public bool Sent { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Sent = false;
        if (!ModelState.IsValid) return Page();
        var normal = Account.Normal(Email);
        if (attempts.Begin("forgot " + normal, HttpContext.Connection.RemoteIpAddress) is { Ticks: > 0 } wait)
        {
            ModelState.AddModelError("", texts["TooManyTries", Math.Ceiling(wait.TotalMinutes)]);
            return Page();
        }
        if (attempts.MayMail(normal))
        {
            var account = await db.Accounts.SingleOrDefaultAsync(
                a => a.NormalizedEmail == normal && (a.Status == AccountStatus.Active || a.Status == AccountStatus.PendingApproval), cancellation);
            var token = links.Add(LinkPurpose.ResetPassword, account?.Id);
            if (account is not null) db.Publish(mails.Reset(account, token));
            await db.SaveChangesAsync(cancellation);
        }
        return RedirectToPage(new { sent = true });
    }
}
