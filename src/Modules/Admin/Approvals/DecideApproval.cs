using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Audit;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>What became of a decision.</summary>
internal enum DecisionOutcome
{
    Done,

    /// <summary>The request is not what the administrator saw: somebody decided, or it changed.</summary>
    Changed,

    /// <summary>It cannot be decided so; the account is closed for good, or not confirmed yet.</summary>
    Impossible,

    /// <summary>Nobody approves himself.</summary>
    Own,
}

/// <summary>Decides one request: account, event, mail, history and audit in one commit.</summary>
internal sealed class DecideApproval(AdminDb db, AuditTrail audit, ICurrentUser user, TimeProvider clock)
{
    /// <param name="seen">The request's version that was on the screen.</param>
    /// <param name="decision">What.</param>
    /// <param name="reason">Null for an approval.</param>
    /// <param name="words">The administrator's own; may be empty.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<DecisionOutcome> RunAsync(Guid seen, Decision decision, DecisionReason? reason, string words, CancellationToken cancellation)
    {
        var outcome = DecisionOutcome.Changed;
        try
        {
            await audit.ActAsync(
                async () =>
                {
                    if (await db.Approvals.SingleOrDefaultAsync(a => a.Version == seen, cancellation) is not { } approval) return null;
                    outcome = await DecideAsync(approval, decision, reason, words, cancellation);
                    return outcome is DecisionOutcome.Done ? Entry(approval) : null;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The person answered, or the company asked again, at this very moment.
            outcome = DecisionOutcome.Changed;
        }
        if (outcome is not DecisionOutcome.Done) db.ChangeTracker.Clear();
        return outcome;
    }

    private async Task<DecisionOutcome> DecideAsync(
        Approval approval, Decision decision, DecisionReason? reason, string words, CancellationToken cancellation)
    {
        if (approval.AccountId == user.Id) return DecisionOutcome.Own;
        var account = await db.Accounts.SingleAsync(a => a.Id == approval.AccountId, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        if (account.Status is AccountStatus.Erased or AccountStatus.EmailUnverified) return DecisionOutcome.Impossible;
        if (!approval.TryDecide(decision, reason, words, user.Id, now)) return DecisionOutcome.Impossible;
        if (decision is Decision.Approve) Open(account, approval);
        if (approval.Kind is ApprovalKind.Company)
        {
            db.Publish(new CompanyDecided(approval.CompanyId!.Value, ForCompany(decision), reason?.ToString() ?? "", words, user.Id, now));
        }
        else if (decision is Decision.Suspend)
        {
            if (!await db.CanLoseAsync(account, cancellation)) return DecisionOutcome.Impossible;
            if (account.TrySuspend()) db.Publish(new AccountClosed(account.Id) { Email = account.Email });
        }
        db.Publish(ApprovalMail.About(account, approval.Language, approval.Asks, decision, reason, words));
        return DecisionOutcome.Done;
    }

    // A company that may recruit again does not open an account that was closed on its own account.
    private void Open(Account account, Approval approval)
    {
        if (approval.Kind is ApprovalKind.Company && account.Status is not AccountStatus.PendingApproval) return;
        if (account.TryApprove()) db.Publish(new AccountApproved(account.Id, account.Role, account.Name, account.Email!));
    }

    private static AuditEntry Entry(Approval approval)
    {
        var (subject, id) = approval.CompanyId is { } company ? ("company", company) : ("account", approval.AccountId);
        var done = approval.State switch
        {
            ApprovalState.Approved => "approved",
            ApprovalState.InfoAsked => "info-asked",
            ApprovalState.Refused => "refused",
            ApprovalState.Suspended => "suspended",
            _ => "banned",
        };
        return new AuditEntry($"{subject}.{done}", subject, id, approval.Steps[^1].Reason);
    }

    private static CompanyDecision ForCompany(Decision decision) => decision switch
    {
        Decision.Approve => CompanyDecision.Approved,
        Decision.AskMore => CompanyDecision.InfoAsked,
        Decision.Refuse => CompanyDecision.Rejected,
        Decision.Suspend => CompanyDecision.Suspended,
        _ => CompanyDecision.Banned,
    };
}
