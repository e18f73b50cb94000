using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using SmartRecruiting.Admin.Accounts;

namespace SmartRecruiting.Admin.SignIn;

/// <summary>
/// Holds each session against its account every five seconds, once for all its requests: a closed account or a lost role ends it, and
/// its claims are never older than that. Identity's own validator asks the database and renews the cookie on every request of a
/// client that does not keep the renewed one.
/// </summary>
internal sealed class SessionCheck(IMemoryCache checks, SignInManager<Account> signIn, TimeProvider clock) : ISecurityStampValidator
{
    /// <summary>The promise: a closed account or a lost role ends its sessions within so long.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var session = context.Principal!;
        var stamp = session.FindFirstValue(signIn.Options.ClaimsIdentity.SecurityStampClaimType);
        var key = (nameof(SessionCheck), session.FindFirstValue(ClaimTypes.NameIdentifier), stamp);
        var now = clock.GetUtcNow();
        if (!checks.TryGetValue(key, out Check? last) || now - last!.At >= Interval)
        {
            var account = await signIn.ValidateSecurityStampAsync(session);
            last = new Check(now, account is null ? null : await signIn.CreateUserPrincipalAsync(account));
            checks.Set(key, last, Kept);
        }
        if (last.Current is { } current)
        {
            context.ReplacePrincipal(current);
            return;
        }
        context.RejectPrincipal();
        await signIn.SignOutAsync();
    }

    private sealed record Check(DateTimeOffset At, ClaimsPrincipal? Current);
}
