using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.SignUp;

/// <summary>What a student who signs up tells beside their name: the programme, for when no roster has their address.</summary>
internal sealed record StudentWish(Guid? Programme);

/// <summary>
/// A student's address is confirmed: the roster that has it vouches for them, else they wait. Once they are approved, or never will be,
/// they wait no longer.
/// </summary>
internal sealed class ClaimPlace(StudentsDb db, IProgrammes programmes, TimeProvider clock)
    : IHandle<AccountRequested>, IHandle<AccountApproved>, IHandle<AccountClosed>
{
    public async Task HandleAsync(AccountRequested happened, CancellationToken cancellation)
    {
        if (happened.Wish.Role != Roles.Student || await db.Waiting.AnyAsync(s => s.AccountId == happened.AccountId, cancellation)) return;
        var email = happened.Email.ToLowerInvariant();
        if (await db.Roster.AnyAsync(e => e.Email == email, cancellation)) db.Publish(new AccountVouched(happened.AccountId, By: null));
        else
        {
            var wish = JsonSerializer.Deserialize<StudentWish>(happened.Wish.Details)!;
            var programme = wish.Programme is { } id ? (await programmes.FindAsync([id], cancellation)).SingleOrDefault() : null;
            db.Add(new WaitingStudent(happened, programme, clock.GetUtcNow().UtcDateTime));
            if (programme is not null) db.Publish(new StudentWaits(programme.Id));
        }
        await db.SaveChangesAsync(cancellation);
    }

    public Task HandleAsync(AccountApproved happened, CancellationToken cancellation) => EndAsync(happened.AccountId, cancellation);

    public Task HandleAsync(AccountClosed happened, CancellationToken cancellation) => EndAsync(happened.AccountId, cancellation);

    private Task<int> EndAsync(Guid account, CancellationToken cancellation) => db.Waiting.Where(s => s.AccountId == account).ExecuteDeleteAsync(cancellation);
}
