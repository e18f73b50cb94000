using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.SignIn;

namespace SmartRecruiting.Admin.SignUp;

/// <summary>Forgets who never confirmed an address, wishes that were granted, links that are worthless and sessions that are over.</summary>
internal sealed class PurgeAccess(AdminDb db, TimeProvider clock)
{
    private static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (oldest, seen, begun) = (now - Unconfirmed, now - Session.Kept, now - Session.Longest);
        await db.Accounts.Where(a => a.Status == AccountStatus.EmailUnverified && a.CreatedAt < oldest).ExecuteDeleteAsync(cancellation);
        await db.Wishes
            .Where(w => db.Accounts.Any(a => a.Id == w.AccountId && a.Status != AccountStatus.EmailUnverified && a.Status != AccountStatus.PendingApproval))
            .ExecuteDeleteAsync(cancellation);
        await db.Links.Where(l => l.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        await db.Sessions.Where(s => s.SeenAt < seen || s.BegunAt < begun).ExecuteDeleteAsync(cancellation);
    }
}
