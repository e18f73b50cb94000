using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>Lets a recruiter write for the company when the account may act, and not any more when it may not.</summary>
internal sealed class FollowAccounts(RecruitingDb db) : IHandle<AccountApproved>, IHandle<AccountMoved>, IHandle<AccountClosed>
{
    public async Task HandleAsync(AccountApproved happened, CancellationToken cancellation)
    {
        if (happened.Role != Roles.Recruiter || await FindAsync(happened.AccountId, cancellation) is not { } recruiter) return;
        recruiter.Approve(happened.Name, happened.Email);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task HandleAsync(AccountMoved happened, CancellationToken cancellation)
    {
        if (await FindAsync(happened.AccountId, cancellation) is not { } recruiter) return;
        recruiter.MoveTo(happened.Email);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task HandleAsync(AccountClosed happened, CancellationToken cancellation)
    {
        if (await FindAsync(happened.AccountId, cancellation) is not { } recruiter) return;
        recruiter.Close();
        await db.SaveChangesAsync(cancellation);
    }

    private Task<Recruiter?> FindAsync(Guid account, CancellationToken cancellation) =>
        db.Recruiters.SingleOrDefaultAsync(r => r.AccountId == account, cancellation);
}
