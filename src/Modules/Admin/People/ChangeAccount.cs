using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Approvals;
using SmartRecruiting.Admin.Audit;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.People;

/// <summary>What became of a change.</summary>
internal enum ChangeOutcome
{
    Done,

    /// <summary>Nobody changes himself.</summary>
    Own,

    /// <summary>Without an administrator, nobody could approve anybody.</summary>
    Last,

    /// <summary>The account's state does not allow it.</summary>
    Impossible,
}

/// <summary>Changes somebody's account in one commit with its event, mail, history and audit.</summary>
internal sealed class ChangeAccount(AdminDb db, AuditTrail audit, ICurrentUser user, TimeProvider clock)
{
    public Task<ChangeOutcome> SuspendAsync(Guid id, string words, CancellationToken cancellation) =>
        RunAsync(
            id,
            loses: true,
            async account =>
            {
                if (!account.TrySuspend()) return null;
                db.Publish(new AccountClosed(id) { Email = account.Email });
                await TellAsync(account, Decision.Suspend, words, cancellation);
                return new AuditEntry("account.suspended", "account", id);
            },
            cancellation);

    public Task<ChangeOutcome> ReinstateAsync(Guid id, CancellationToken cancellation) =>
        RunAsync(
            id,
            loses: false,
            async account =>
            {
                // Whoever waits for a first approval is decided in the queue, where the facts are.
                if (account.Status is not AccountStatus.Suspended || !account.TryApprove()) return null;
                db.Publish(new AccountApproved(id, account.Role, account.Name, account.Email!));
                await TellAsync(account, Decision.Approve, "", cancellation);
                return new AuditEntry("account.reinstated", "account", id);
            },
            cancellation);

    public Task<ChangeOutcome> EndSessionsAsync(Guid id, CancellationToken cancellation) =>
        RunAsync(
            id,
            loses: false,
            account =>
            {
                account.EndSessions();
                return Task.FromResult<AuditEntry?>(new AuditEntry("account.sessions-ended", "account", id));
            },
            cancellation);

    public Task<ChangeOutcome> ChangeRoleAsync(Guid id, string role, CancellationToken cancellation) =>
        RunAsync(
            id,
            loses: true,
            account =>
            {
                var before = account.Role;
                if (!account.TryChangeRole(role)) return Task.FromResult<AuditEntry?>(null);
                // What the old role covered ends; an account that waits still waits, and a suspended one stays so.
                db.Publish(new AccountClosed(id) { Email = account.Email });
                if (account.Status is AccountStatus.Active) db.Publish(new AccountApproved(id, role, account.Name, account.Email!));
                return Task.FromResult<AuditEntry?>(new AuditEntry("account.role-changed", "account", id, $"{before} → {role}"));
            },
            cancellation);

    private async Task<ChangeOutcome> RunAsync(Guid id, bool loses, Func<Account, Task<AuditEntry?>> change, CancellationToken cancellation)
    {
        if (id == user.Id) return ChangeOutcome.Own;
        var outcome = ChangeOutcome.Impossible;
        await audit.ActAsync(
            async () =>
            {
                var account = await db.Accounts.SingleAsync(a => a.Id == id, cancellation);
                if (loses && !await db.CanLoseAsync(account, cancellation))
                {
                    outcome = ChangeOutcome.Last;
                    return null;
                }
                var entry = await change(account);
                if (entry is not null) outcome = ChangeOutcome.Done;
                return entry;
            },
            cancellation);
        return outcome;
    }

    // The request by which the account came here, if there was one, keeps the history; of a company it is the company's.
    private async Task TellAsync(Account account, Decision decision, string words, CancellationToken cancellation)
    {
        var approval = await db.Approvals.SingleOrDefaultAsync(a => a.AccountId == account.Id, cancellation);
        if (approval is { Kind: not ApprovalKind.Company }) approval.TryDecide(decision, null, words, user.Id, clock.GetUtcNow().UtcDateTime);
        db.Publish(ApprovalMail.About(account, approval?.Language ?? "fr", "", decision, null, words));
    }
}
