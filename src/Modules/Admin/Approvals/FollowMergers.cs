using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>A company was another one all along: its request is now that of a recruiter who asks to join the other.</summary>
internal sealed class FollowMergers(AdminDb db, TimeProvider clock) : IHandle<CompanyMerged>
{
    public async Task HandleAsync(CompanyMerged happened, CancellationToken cancellation)
    {
        if (await db.Approvals.SingleOrDefaultAsync(a => a.CompanyId == happened.FromId, cancellation) is not { } approval) return;
        approval.FollowMerger(happened.IntoName, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellation);
    }
}
