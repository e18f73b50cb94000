using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>Requests that nobody has answered.</summary>
internal sealed class WaitingRequests(AdminDb db) : IAwaitDecisions
{
    public string Path => "/admin/approvals";

    public async Task<(int Waiting, DateTime? Newest)> CountAsync(CancellationToken cancellation)
    {
        var opened = db.OpenApprovals().Select(a => (DateTime?)a.OpenedAt);
        return (await opened.CountAsync(cancellation), await opened.MaxAsync(cancellation));
    }

    public string Say(CultureInfo reader, int waiting) => Text.In(reader, waiting == 1 ? "WaitingRequest" : "WaitingRequests", waiting);
}

internal static class ApprovalQueries
{
    /// <summary>Those that wait for a decision, of people who are still there.</summary>
    public static IQueryable<Approval> OpenApprovals(this AdminDb db) => db.Approvals.AsNoTracking()
        .Where(a => a.State == ApprovalState.Open && db.Accounts.Any(o => o.Id == a.AccountId && o.Status != AccountStatus.Erased));
}
