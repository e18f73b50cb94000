using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>
/// Puts requests into the queue of the administrators. A recruiter's and that of the company which came with them may arrive in
/// either order; they are one request.
/// </summary>
internal sealed class OpenApproval(AdminDb db, TimeProvider clock) : IHandle<AccountRequested>, IHandle<CompanyRequested>
{
    public async Task HandleAsync(AccountRequested happened, CancellationToken cancellation)
    {
        // A student is found in a roster, or waits for the programme's manager.
        if (!Enum.TryParse<ApprovalKind>(happened.Wish.Role, out var kind)) return;
        if (await db.Approvals.FirstOrDefaultAsync(a => a.AccountId == happened.AccountId, cancellation) is { } known)
        {
            known.Speak(happened.Language);
        }
        // Somebody may have vouched already.
        else if (await db.Accounts.AnyAsync(a => a.Id == happened.AccountId && a.Status == AccountStatus.PendingApproval, cancellation))
        {
            db.Add(new Approval(happened.AccountId, kind, happened.Wish.Asks, happened.Language, clock.GetUtcNow().UtcDateTime));
        }
        await db.SaveChangesAsync(cancellation);
    }

    public async Task HandleAsync(CompanyRequested happened, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var approval = await db.Approvals.FirstOrDefaultAsync(a => a.CompanyId == happened.CompanyId, cancellation)
            ?? await db.Approvals.FirstOrDefaultAsync(a => a.AccountId == happened.AccountId, cancellation);
        if (approval is null)
        {
            // The person's language comes with the other event.
            approval = new Approval(happened.AccountId, ApprovalKind.Company, happened.Name, "fr", now);
            db.Add(approval);
        }
        approval.BecomeCompany(happened, now);
        await db.SaveChangesAsync(cancellation);
    }
}
