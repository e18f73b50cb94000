using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Host;

/// <summary>The form in the header that changes the language and comes back to the same page.</summary>
internal static class LanguageSwitch
{
    public const string Cookie = "sr-language";

    public static void MapLanguageSwitch(this WebApplication app) =>
        app.MapPost("/language", ([FromForm] string? language, [FromForm] string? back, HttpContext http) =>
        {
            var culture = Cultures.Of(language);
            http.Response.Cookies.Append(
                Cookie,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), Path = "/" });
            return Results.LocalRedirect(IsLocal(back) ? back! : "/");
        }).DisableAntiforgery(); // Changes nothing but how this visitor reads; the header's form stands on cached pages too.

    // The same rule as Url.IsLocalUrl: one slash, and no second that a browser would read as another host.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)
        && !address.Any(char.IsControl);
}
