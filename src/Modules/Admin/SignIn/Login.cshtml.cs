using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Passwords;
using SmartRecruiting.Admin.Security;

namespace SmartRecruiting.Admin.SignIn;

internal sealed class LoginModel(
    UserManager<Account> accounts,
    AccountSignIn signIn,
    Sessions sessions,
    SecondStep secondStep,
    Attempts attempts,
    PasswordHashing hashing,
    ICurrentUser user,
    IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The address of somebody who knows the password and must confirm the address first.</summary>
    public string? Unconfirmed { get; private set; }

    public IActionResult OnGet() => user.IsSignedIn ? LocalRedirect(Home.Next(User, ReturnUrl, Url.IsLocalUrl)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // A password does not travel back to the browser.
        ModelState.SetModelValue("Input.Password", null, null);
        if (!ModelState.IsValid) return Page();
        var email = accounts.NormalizeEmail(Input.Email.Trim())!;
        var address = HttpContext.Connection.RemoteIpAddress;
        if (attempts.Begin(email, address) is { Ticks: > 0 } wait)
        {
            return Refuse(StatusCodes.Status429TooManyRequests, texts["TooManyTries", Math.Ceiling(wait.TotalMinutes)]);
        }
        var account = await accounts.FindByEmailAsync(email);
        if (await hashing.CheckAsync(account, Input.Password, cancellation) is not { } good)
        {
            return Refuse(StatusCodes.Status503ServiceUnavailable, texts["SignInBusy"]);
        }
        if (good && account is { Status: AccountStatus.EmailUnverified })
        {
            Unconfirmed = account.Email;
            return Page();
        }
        // A closed account is told nothing else: its former owner knows, and nobody else should.
        if (!good || account is null || !await signIn.CanSignInAsync(account)) return Refuse(StatusCodes.Status200OK, texts["SignInRefused"]);
        attempts.Succeed(email, address);
        if (account.TwoFactorEnabled && !await secondStep.IsKnownDeviceAsync(account, cancellation))
        {
            await secondStep.AskAsync(account);
            return RedirectToPage("SecondStep", new { ReturnUrl });
        }
        await sessions.BeginAsync(account, cancellation);
        return LocalRedirect(Home.Next(User, ReturnUrl, Url.IsLocalUrl));
    }

    private PageResult Refuse(int status, string why)
    {
        ModelState.AddModelError("", why);
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    internal sealed record Form
    {
        [Required(ErrorMessage = "EmailMissing"), StringLength(256, ErrorMessage = "EmailInvalid")]
        public string Email { get; init; } = "";

        // Longer than any password can be; the bound keeps a megabyte from being hashed.
        [Required(ErrorMessage = "PasswordMissing"), StringLength(1000, ErrorMessage = "SignInRefused")]
        public string Password { get; init; } = "";
    }
}
