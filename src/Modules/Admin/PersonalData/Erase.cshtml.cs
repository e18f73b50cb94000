using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Passwords;
using SmartRecruiting.Admin.SignIn;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.PersonalData;

/// <summary>Where a person leaves for good: says what goes and what stays, and asks for the password, for there is no way back.</summary>
internal sealed class EraseModel(
    UserManager<Account> accounts,
    AskPassword ask,
    Sessions sessions,
    EraseAccount erase,
    ICurrentUser user,
    IStringLocalizer<Text> text) : PageModel
{
    [BindProperty, Required(ErrorMessage = "PasswordMissing"), StringLength(1000, ErrorMessage = "PasswordWrong")]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        ModelState.SetModelValue(nameof(Password), null, null);
        if (!ModelState.IsValid) return Page();
        if (await accounts.FindByIdAsync(user.Id.ToString()) is not { } account) return NotFound();
        if (await ask.RefusalAsync(account, Password, cancellation) is { } refusal) return Refuse(refusal);
        // Once begun it goes on, whether or not the browser waits.
        if (!await erase.TryRunAsync(account.Id, CancellationToken.None)) return Refuse(text["LastAdministrator"]);
        await sessions.EndCurrentAsync(CancellationToken.None);
        this.Say(text["Erased"]);
        return LocalRedirect("/");
    }

    private PageResult Refuse(string why)
    {
        ModelState.AddModelError(nameof(Password), why);
        return Page();
    }
}
