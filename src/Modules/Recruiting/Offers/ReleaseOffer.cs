using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Transmissions;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>
/// Lets an offer out whose company may publish: to the searches, and to the programmes that were ticked meanwhile. What was ticked is
/// gone with the same save, so that each programme gets it once.
/// </summary>
internal sealed class ReleaseOffer(RecruitingDb db, SendOffer send, IProgrammes programmes, TimeProvider clock)
{
    /// <summary>The caller saves.</summary>
    /// <returns>How many programmes get it now.</returns>
    public async Task<int> ReleaseAsync(Offer offer, string companyName, CancellationToken cancellation)
    {
        if (!offer.TryPublish(clock.GetUtcNow().UtcDateTime) || offer.Status is not OfferStatus.Published) return 0;
        var snapshot = offer.ToSnapshot(companyName);
        db.Publish(new OfferPosted(snapshot));
        var ticked = await db.Wanted.Where(w => w.OfferId == offer.Id).ToListAsync(cancellation);
        if (ticked.Count == 0) return 0;
        // A programme that is gone by now cannot receive anything.
        var receivers = await programmes.FindAsync([.. ticked.Select(w => w.ProgrammeId)], cancellation);
        db.RemoveRange(ticked);
        return await send.AddAsync(offer, snapshot, receivers, cancellation);
    }
}
