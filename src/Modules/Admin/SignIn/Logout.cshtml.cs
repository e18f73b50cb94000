using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.SignIn;

/// <summary>
/// Needs no anti-forgery token, which every page with its header's button would have to make: the session's cookie is not sent with
/// another site's form, and without a session nothing happens.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class LogoutModel(Sessions sessions, ICurrentUser user, IStringLocalizer<Text> texts) : PageModel
{
    public IActionResult OnGet() => user.IsSignedIn ? Page() : LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!user.IsSignedIn) return LocalRedirect("/");
        await sessions.EndCurrentAsync(cancellation);
        this.Say(texts["SignedOut"]);
        return LocalRedirect("/");
    }
}
