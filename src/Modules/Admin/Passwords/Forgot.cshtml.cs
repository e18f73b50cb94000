using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Admin.SignIn;

namespace SmartRecruiting.Admin.Passwords;

/// <summary>Has a link to a new password mailed. Every address gets the same answer, after the same work.</summary>
internal sealed class ForgotModel(AdminDb db, Attempts attempts, IStringLocalizer<Text> texts) : PageModel
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
            db.Publish(new LinkAsked(LinkPurpose.ResetPassword, Account.Tidy(Email), AccountMail.Language));
            await db.SaveChangesAsync(cancellation);
        }
        return RedirectToPage(new { sent = true });
    }
}
