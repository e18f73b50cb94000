using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Admin.SignIn;

namespace SmartRecruiting.Admin.SignUp;

/// <summary>Sends the mail that asks for confirmation again; the answer is the same for every address.</summary>
internal sealed class ResendModel(AdminDb db, Attempts attempts, IStringLocalizer<Text> texts) : PageModel
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
            db.Publish(new LinkAsked(LinkPurpose.ConfirmSignUp, Account.Tidy(Email), AccountMail.Language));
            await db.SaveChangesAsync(cancellation);
        }
        return RedirectToPage("Sent");
    }
}
