using System.Security.Claims;

namespace SmartRecruiting.Admin.SignIn;

internal static class Home
{
    /// <summary>Where somebody who just signed in begins; who cannot act yet reads what is awaited.</summary>
    public static string Of(ClaimsPrincipal session) => session.FindFirstValue(ClaimTypes.Role) switch
    {
        Roles.Recruiter when session.HasClaim(c => c.Type == ClaimNames.Company) => "/offers",
        Roles.Student => "/my-offers",
        Roles.Manager => "/inbox",
        Roles.Director or Roles.Administrator => "/catalogue",
        _ => "/account",
    };

    /// <summary>The page that was asked for, for those who may act; else <see cref="Of"/>.</summary>
    public static string Next(ClaimsPrincipal session, string? returnUrl, Func<string?, bool> isLocal) =>
        session.HasClaim(c => c.Type == ClaimTypes.Role) && isLocal(returnUrl) ? returnUrl! : Of(session);
}
