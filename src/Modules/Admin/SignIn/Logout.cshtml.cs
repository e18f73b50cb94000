using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.SignIn;

internal sealed class LogoutModel(SignInManager<Account> signIn, ICurrentUser user, IStringLocalizer<Text> texts) : PageModel
{
    public IActionResult OnGet() => user.IsSignedIn ? Page() : LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        this.Say(texts["SignedOut"]);
        return LocalRedirect("/");
    }
}
