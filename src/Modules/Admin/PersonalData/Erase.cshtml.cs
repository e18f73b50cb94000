using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.SignIn;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.PersonalData;

/// <summary>Where a person leaves for good: says what goes and what stays, and asks for the password, for there is no way back.</summary>
internal sealed class EraseModel(
    UserManager<Account> accounts,
    SignInManager<Account> signIn,
    EraseAccount erase,
    Attempts attempts,
    HashingQueue hashing,
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
        var address = HttpContext.Connection.RemoteIpAddress;
        if (attempts.Begin(account.NormalizedEmail!, address) is { Ticks: > 0 } wait) return Refuse(text["TooManyTries", Math.Ceiling(wait.TotalMinutes)]);
        if (await hashing.RunAsync(() => accounts.CheckPasswordAsync(account, Password), cancellation) is not { } good) return Refuse(text["SignInBusy"]);
        if (!good) return Refuse(text["PasswordWrong"]);
        attempts.Succeed(account.NormalizedEmail!, address);
        // Once begun it goes on, whether or not the browser waits.
        if (!await erase.TryRunAsync(account.Id, CancellationToken.None)) return Refuse(text["LastAdministrator"]);
        await signIn.SignOutAsync();
        this.Say(text["Erased"]);
        return LocalRedirect("/");
    }

    private PageResult Refuse(string why)
    {
        ModelState.AddModelError(nameof(Password), why);
        return Page();
    }
}
