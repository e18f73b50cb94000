using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SmartRecruiting.Recruiting.SignUp;

/// <summary>What is wrong with the account's own fields, beside them.</summary>
internal static class AccountErrors
{
    /// <summary>Where a sign-up ends, whatever the address is.</summary>
    public const string SentPage = "/account/register/sent";

    public static void Refuse(this PageModel page, IReadOnlyList<FieldError> errors)
    {
        foreach (var error in errors) page.ModelState.AddModelError($"Account.{error.Field}", error.Message);
    }
}
