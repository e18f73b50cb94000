using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.SignIn;

/// <summary>Begins and ends sessions; what ends elsewhere is noticed within <see cref="SessionCheck.Interval"/>.</summary>
internal sealed class Sessions(AdminDb db, AccountSignIn signIn, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>The session of this request; empty for none.</summary>
    public Guid Current => Of(http.HttpContext!.User);

    /// <summary>The id in the claims of a session; empty for none.</summary>
    public static Guid Of(ClaimsPrincipal? principal) => Guid.TryParse(principal?.FindFirstValue(Session.Claim), out var id) ? id : Guid.Empty;

    /// <summary>Signs the account in on this device, which is signed in as nobody else then.</summary>
    public async Task BeginAsync(Account account, CancellationToken cancellation)
    {
        var request = http.HttpContext!;
        var session = Session.Begin(
            account.Id, Device.Of(request.Request.Headers.UserAgent.ToString()), request.Connection.RemoteIpAddress?.ToString(), clock.GetUtcNow().UtcDateTime);
        db.Add(session);
        account.Seen(session.BegunAt);
        await db.SaveChangesAsync(cancellation);
        await signIn.SignInWithClaimsAsync(account, new AuthenticationProperties(), [new Claim(Session.Claim, session.Id.ToString())]);
    }

    /// <summary>Ends this device's session.</summary>
    public async Task EndCurrentAsync(CancellationToken cancellation)
    {
        var current = Current;
        await db.Sessions.Where(s => s.Id == current).ExecuteDeleteAsync(cancellation);
        await signIn.SignOutAsync();
    }

    /// <summary>Ends every session of the account but this one.</summary>
    public Task<int> EndOthersAsync(Guid account, CancellationToken cancellation)
    {
        var current = Current;
        return db.Sessions.Where(s => s.AccountId == account && s.Id != current).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Ends every session of the account.</summary>
    public Task EndAllAsync(Guid account, CancellationToken cancellation) =>
        db.Sessions.Where(s => s.AccountId == account).ExecuteDeleteAsync(cancellation);
}
