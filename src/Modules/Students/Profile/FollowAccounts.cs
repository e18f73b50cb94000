using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Profile;

/// <summary>
/// Keeps a student and their places in rosters together, whatever address they have meanwhile, and sends nothing to an account that is
/// closed. A roster's own address stays as the school's files have it.
/// </summary>
internal sealed class FollowAccounts(StudentsDb db) : IHandle<AccountApproved>, IHandle<AccountMoved>, IHandle<AccountClosed>
{
    public async Task HandleAsync(AccountApproved happened, CancellationToken cancellation)
    {
        if (happened.Role != Roles.Student) return;
        var student = await FindAsync(happened.AccountId, cancellation);
        if (student is null) db.Add(student = new Student(happened.AccountId, happened.Name, happened.Email));
        student.Describe(happened.Name, happened.Email);
        student.TryFollow(happened, closed: false);
        await LinkAsync(student, student.Email, cancellation);
    }

    public async Task HandleAsync(AccountMoved happened, CancellationToken cancellation)
    {
        var student = await FindAsync(happened.AccountId, cancellation);
        var before = happened.Before ?? student?.Email;
        if (before is null || (student is null && !await db.Roster.AnyAsync(e => e.Email == before, cancellation))) return;
        if (student is null) db.Add(student = new Student(happened.AccountId, "", happened.Email));
        student.Describe(student.Name, happened.Email);
        await LinkAsync(student, before, cancellation);
    }

    public async Task HandleAsync(AccountClosed happened, CancellationToken cancellation)
    {
        var student = await FindAsync(happened.AccountId, cancellation);
        // Of any role: only who stands in a roster, or was a student here, matters.
        if (student is null && (happened.Email is not { } email || !await db.Roster.AnyAsync(e => e.Email == email, cancellation))) return;
        if (student is null) db.Add(student = new Student(happened.AccountId, "", happened.Email!));
        if (student.TryFollow(happened, closed: true)) await LinkAsync(student, student.Email, cancellation);
    }

    // An address is one person's; who has it now, but not the place, came later.
    private async Task LinkAsync(Student student, string email, CancellationToken cancellation)
    {
        var places = await db.Roster.Where(e => e.AccountId == student.AccountId || (e.AccountId == null && e.Email == email)).ToListAsync(cancellation);
        places.ForEach(place => place.BelongTo(student));
        await db.SaveChangesAsync(cancellation);
    }

    private Task<Student?> FindAsync(Guid account, CancellationToken cancellation) => db.Students.FirstOrDefaultAsync(s => s.AccountId == account, cancellation);
}
