using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Forwarding;
using SmartRecruiting.Students.Offers;
using SmartRecruiting.Students.Profile;

namespace SmartRecruiting.Students.Marks;

/// <summary>Changes what a student notes of an offer that they can see; the same deed many times at once is one.</summary>
internal sealed class MarkOffer(StudentsDb db, IOfferSearch offers, KeepStudent keep, ICurrentUser user, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <summary>False for an offer that is not there for this student.</summary>
    public async Task<bool> TryRunAsync(Guid offer, Action<OfferMark, DateTime> change, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            if (await db.Marks.FirstOrDefaultAsync(m => m.AccountId == user.Id && m.OfferId == offer, cancellation) is not { } mark)
            {
                if (!await IsThereAsync(offer, cancellation)) return false;
                await keep.RunAsync(cancellation);
                db.Add(mark = new OfferMark(user.Id, offer));
            }
            change(mark, clock.GetUtcNow().UtcDateTime);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    // Open to everybody, or forwarded to this student; from now on it is followed.
    private async Task<bool> IsThereAsync(Guid offer, CancellationToken cancellation)
    {
        if (await offers.FindAsync(offer, cancellation) is { } hit) await db.KnowAsync(hit.Offer, cancellation);
        else return await db.ReceivedBy(user).AnyAsync(r => db.Forwards.Any(f => f.Id == r.ForwardId && f.OfferId == offer), cancellation);
        return true;
    }
}
