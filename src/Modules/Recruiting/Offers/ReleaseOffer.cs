using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Transmissions;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>
/// Lets an offer that waited for its company's approval out: to the searches, and to the programmes that were ticked meanwhile. What
/// was ticked is gone with the same save, so that each programme gets it once.
/// </summary>
internal sealed class ReleaseOffer(RecruitingDb db, SendOffer send, IProgrammes programmes, TimeProvider clock)
{
    /// <summary>The caller saves.</summary>
    public async Task ReleaseAsync(Offer offer, string companyName, CancellationToken cancellation)
    {
        if (!offer.TryPublish(clock.GetUtcNow().UtcDateTime) || offer.Status is not OfferStatus.Published) return;
        var snapshot = offer.ToSnapshot(companyName);
        db.Publish(new OfferPosted(snapshot));
        var ticked = await db.Wanted.Where(w => w.OfferId == offer.Id).ToListAsync(cancellation);
        if (ticked.Count == 0) return;
        // A programme that is gone by now cannot receive anything.
        var receivers = await programmes.FindAsync([.. ticked.Select(w => w.ProgrammeId)], cancellation);
        await send.AddAsync(offer, snapshot, receivers, cancellation);
        db.RemoveRange(ticked);
    }
}
