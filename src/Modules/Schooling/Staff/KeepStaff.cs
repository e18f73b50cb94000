using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Staff;

/// <summary>Notes who somebody is and what they work for, each mandate once, whoever notes the same at the same moment.</summary>
internal sealed class KeepStaff(SchoolingDb db)
{
    private const int MostTries = 3;

    /// <param name="made">The row when there is none yet.</param>
    /// <param name="change">What changes of it, new or not.</param>
    /// <param name="places">What the account gets, beside what it has.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task RunAsync(
        Func<StaffMember> made, Action<StaffMember> change, IReadOnlyCollection<(StatLevel Level, Guid Id)> places, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var member = made();
            if (await db.Staff.FirstOrDefaultAsync(s => s.AccountId == member.AccountId, cancellation) is { } known) member = known;
            else db.Add(member);
            change(member);
            var given = await db.Mandates.Where(m => m.AccountId == member.AccountId).ToListAsync(cancellation);
            foreach (var (level, place) in places.Distinct().Where(p => given.TrueForAll(m => m.Place != p.Id))) db.Add(new Mandate(member.AccountId, level, place));
            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
