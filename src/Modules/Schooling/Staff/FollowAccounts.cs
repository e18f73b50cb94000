using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.SignUp;

namespace SmartRecruiting.Schooling.Staff;

/// <summary>
/// Keeps what managers and directors ask for, grants it with their account's approval and ends it with the account. The events of one
/// account may come in any order.
/// </summary>
internal sealed class FollowAccounts(SchoolingDb db, KeepStaff staff) : IHandle<AccountRequested>, IHandle<AccountApproved>, IHandle<AccountMoved>, IHandle<AccountClosed>
{
    public async Task HandleAsync(AccountRequested happened, CancellationToken cancellation)
    {
        if (!IsStaff(happened.Wish.Role)) return;
        var wanted = await Wish.Read(happened.Wish.Details).StillThereAsync(db, cancellation);
        await staff.RunAsync(() => new StaffMember(happened.AccountId, happened.Wish.Role, happened.Name, happened.Email, happened.Language), _ => { }, wanted, cancellation);
    }

    public async Task HandleAsync(AccountApproved happened, CancellationToken cancellation)
    {
        if (!IsStaff(happened.Role)) return;
        await staff.RunAsync(
            () => new StaffMember(happened.AccountId, happened.Role, happened.Name, happened.Email),
            member =>
            {
                member.Describe(happened.Role, happened.Name, happened.Email);
                member.Follow(happened, StaffState.Active);
            },
            [],
            cancellation);
    }

    // Another address is the same person: what they work for stays.
    public async Task HandleAsync(AccountMoved happened, CancellationToken cancellation)
    {
        await db.ReportSubscriptions.Where(s => s.AccountId == happened.AccountId).ExecuteUpdateAsync(s => s.SetProperty(x => x.Email, happened.Email), cancellation);
        if (await db.Staff.FirstOrDefaultAsync(s => s.AccountId == happened.AccountId, cancellation) is not { } member) return;
        member.Describe(member.Role, member.Name, happened.Email);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task HandleAsync(AccountClosed happened, CancellationToken cancellation)
    {
        // An administrator has no row here, but may have the monthly mail.
        await db.ReportSubscriptions.Where(s => s.AccountId == happened.AccountId).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsOn, false), cancellation);
        if (await db.Staff.FirstOrDefaultAsync(s => s.AccountId == happened.AccountId, cancellation) is not { } member) return;
        member.Follow(happened, StaffState.Closed);
        await db.SaveChangesAsync(cancellation);
    }

    private static bool IsStaff(string role) => role is Roles.Manager or Roles.Director;
}
