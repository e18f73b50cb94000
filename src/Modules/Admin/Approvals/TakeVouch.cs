using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Audit;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>Opens an account for which somebody answered who may: a colleague, a manager, the school's own roster.</summary>
internal sealed class TakeVouch(AdminDb db, AuditTrail audit, TimeProvider clock) : IHandle<AccountVouched>
{
    public async Task HandleAsync(AccountVouched happened, CancellationToken cancellation)
    {
        // Nobody approves himself.
        if (happened.By == happened.AccountId) return;
        var role = await db.Accounts.Where(a => a.Id == happened.By).Select(a => a.Role).FirstOrDefaultAsync(cancellation) ?? "";
        await audit.ActAsync(
            async () =>
            {
                var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == happened.AccountId, cancellation);
                // Only the wait ends: a suspension is the administrators' to lift.
                if (account is not { Status: AccountStatus.PendingApproval }) return null;
                var approval = await db.Approvals.SingleOrDefaultAsync(a => a.AccountId == account.Id, cancellation);
                // The company itself is not vouched for, nor is whom an administrator refused.
                if (approval is not (null or { Kind: not ApprovalKind.Company, IsWaiting: true })) return null;
                account.TryApprove();
                approval?.TryDecide(Decision.Approve, null, "", happened.By, clock.GetUtcNow().UtcDateTime);
                db.Publish(new AccountApproved(account.Id, account.Role, account.Name, account.Email!));
                db.Publish(ApprovalMail.About(account, approval?.Language ?? "fr", approval?.Asks ?? "", Decision.Approve, null, ""));
                return new AuditEntry("account.vouched", "account", account.Id, happened.By is null ? "roster" : "");
            },
            cancellation,
            new AuditActor(happened.By, role, ""));
    }
}
