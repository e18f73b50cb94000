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
        var opened =
            from approval in db.Approvals
            where approval.State == ApprovalState.Open
            join account in db.Accounts on approval.AccountId equals account.Id
            where account.Status != AccountStatus.Erased
            select (DateTime?)approval.OpenedAt;
        return (await opened.CountAsync(cancellation), await opened.MaxAsync(cancellation));
    }

    public string Say(CultureInfo reader, int waiting) => Text.In(reader, waiting == 1 ? "WaitingRequest" : "WaitingRequests", waiting);
}
