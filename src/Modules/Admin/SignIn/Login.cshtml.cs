using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;

namespace SmartRecruiting.Admin.SignIn;

internal sealed class LoginModel(
    UserManager<Account> accounts,
    SignInManager<Account> signIn,
    Attempts attempts,
    HashingQueue hashing,
    ICurrentUser user,
    IStringLocalizer<Text> texts) : PageModel
{
    // A hash of a password that nobody knows: an unknown address costs the same time as a known one.
    private static string? nobodysHash;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IActionResult OnGet() => user.IsSignedIn ? LocalRedirect(Next(user.Role)) : Page();

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
        if (await hashing.RunAsync(() => CheckAsync(account), cancellation) is not { } good)
        {
            return Refuse(StatusCodes.Status503ServiceUnavailable, texts["SignInBusy"]);
        }
        // A closed account is told nothing else: its former owner knows, and nobody else should.
        if (!good || account is null || !await signIn.CanSignInAsync(account)) return Refuse(StatusCodes.Status200OK, texts["SignInRefused"]);
        attempts.Succeed(email, address);
        await signIn.SignInAsync(account, isPersistent: false);
        return LocalRedirect(Next(account.Role));
    }

    private async Task<bool> CheckAsync(Account? account)
    {
        nobodysHash ??= accounts.PasswordHasher.HashPassword(null!, Guid.NewGuid().ToString());
        if (account?.PasswordHash is not null) return await accounts.CheckPasswordAsync(account, Input.Password);
        accounts.PasswordHasher.VerifyHashedPassword(null!, nobodysHash, Input.Password);
        return false;
    }

    private PageResult Refuse(int status, string why)
    {
        ModelState.AddModelError("", why);
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    private string Next(string role) => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : Home.Of(role);

    internal sealed record Form
    {
        [Required(ErrorMessage = "EmailMissing"), StringLength(256, ErrorMessage = "EmailInvalid")]
        public string Email { get; init; } = "";

        // Longer than any password can be; the bound keeps a megabyte from being hashed.
        [Required(ErrorMessage = "PasswordMissing"), StringLength(1000, ErrorMessage = "SignInRefused")]
        public string Password { get; init; } = "";
    }
}
