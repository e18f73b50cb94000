using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.SignIn;

/// <summary>
/// Holds each session against its account and its own row every five seconds, once for all its requests: a closed account, a lost role
/// or "end the others" ends it, and its claims are never older than that. Identity's own validator asks the database and renews the
/// cookie on every request of a client that does not keep the renewed one.
/// </summary>
internal sealed class SessionCheck(IMemoryCache checks, AccountSignIn signIn, AdminDb db, TimeProvider clock) : ISecurityStampValidator
{
    /// <summary>The promise: a closed account or a lost role ends its sessions within so long.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var session = context.Principal!;
        var stamp = session.FindFirstValue(signIn.Options.ClaimsIdentity.SecurityStampClaimType);
        var key = (nameof(SessionCheck), Sessions.Of(session), stamp);
        var now = clock.GetUtcNow();
        if (!checks.TryGetValue(key, out Check? last) || now - last!.At >= Interval)
        {
            last = new Check(now, await CurrentAsync(session, now.UtcDateTime, context.HttpContext.RequestAborted));
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

    private async Task<ClaimsPrincipal?> CurrentAsync(ClaimsPrincipal session, DateTime now, CancellationToken cancellation)
    {
        if (await signIn.ValidateSecurityStampAsync(session) is not { } account) return null;
        var (id, oldest) = (Sessions.Of(session), now - Session.Longest);
        var seen = await db.Sessions.Where(s => s.Id == id && s.AccountId == account.Id && s.BegunAt > oldest)
            .Select(s => (DateTime?)s.SeenAt).SingleOrDefaultAsync(cancellation);
        if (seen is null) return null;
        if (now - seen >= Session.SeenEvery)
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancellation);
            await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.LastSeenAt, now).SetProperty(a => a.WarnedAt, (DateTime?)null), cancellation);
        }
        var current = await signIn.CreateUserPrincipalAsync(account);
        ((ClaimsIdentity)current.Identity!).AddClaim(new Claim(Session.Claim, id.ToString()));
        return current;
    }

    private sealed record Check(DateTimeOffset At, ClaimsPrincipal? Current);
}
