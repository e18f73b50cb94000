using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SmartRecruiting.Schooling.SignUp;

/// <summary>What the sign-up pages do alike.</summary>
internal static class NewAccounts
{
    /// <summary>Shows what is wrong with the account beside its fields; true when nothing on the page is wrong.</summary>
    public static async Task<bool> AcceptsAsync(this PageModel page, ISignUp signUp, NewAccount account, CancellationToken cancellation)
    {
        page.Refuse(await signUp.CheckAsync(account, cancellation));
        return page.ModelState.IsValid;
    }

    /// <summary>Signs up, and says what comes next.</summary>
    public static async Task<IActionResult> RequestAsync(this PageModel page, ISignUp signUp, NewAccount account, AccountWish wish, CancellationToken cancellation)
    {
        page.Refuse(await signUp.RequestAsync(account, wish, cancellation));
        return page.ModelState.IsValid ? new LocalRedirectResult("/account/register/sent") : page.Page();
    }

    private static void Refuse(this PageModel page, IReadOnlyList<FieldError> errors)
    {
        foreach (var error in errors) page.ModelState.AddModelError("Account." + error.Field, error.Message);
    }
}
