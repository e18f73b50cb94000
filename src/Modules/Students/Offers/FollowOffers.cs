using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Offers;

/// <summary>Keeps up with the offers that students received or marked.</summary>
internal sealed class FollowOffers(StudentsDb db, TimeProvider clock) : IHandle<OfferPosted>, IHandle<OfferRevised>, IHandle<OfferClosed>
{
    public Task HandleAsync(OfferPosted happened, CancellationToken cancellation) => ChangeAsync(happened.Offer.OfferId, o => o.Take(happened.Offer), cancellation);

    public Task HandleAsync(OfferRevised happened, CancellationToken cancellation) => ChangeAsync(happened.Offer.OfferId, o => o.Take(happened.Offer), cancellation);

    public Task HandleAsync(OfferClosed happened, CancellationToken cancellation) =>
        ChangeAsync(happened.OfferId, o => o.Close(happened.Revision, happened.Reason, clock.GetUtcNow().UtcDateTime), cancellation);

    private async Task ChangeAsync(Guid id, Action<KnownOffer> change, CancellationToken cancellation)
    {
        if (await db.Offers.FirstOrDefaultAsync(o => o.OfferId == id, cancellation) is not { } offer) return;
        change(offer);
        await db.SaveChangesAsync(cancellation);
    }
}
