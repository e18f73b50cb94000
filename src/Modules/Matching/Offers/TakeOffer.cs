using System.Text.Json;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Search;

namespace SmartRecruiting.Matching.Offers;

/// <summary>Keeps and tags an offer that is open to be found; forgets that it is open when it ends.</summary>
internal sealed class TakeOffer(MatchingDb db, TagOffers tags, OfferIndex index, TimeProvider clock) : IHandle<OfferPosted>, IHandle<OfferRevised>, IHandle<OfferClosed>
{
    public Task HandleAsync(OfferPosted happened, CancellationToken cancellation) => TakeAsync(happened.Offer, cancellation);

    public Task HandleAsync(OfferRevised happened, CancellationToken cancellation) => TakeAsync(happened.Offer, cancellation);

    public async Task HandleAsync(OfferClosed happened, CancellationToken cancellation)
    {
        var known = await db.Offers.FindAsync([happened.OfferId], cancellation);
        // Delivered before the posting it ends: the relay brings it again, later.
        if (known is null) throw new InvalidOperationException("The offer is not known here yet.");
        if (known.Revision > happened.Revision || !known.IsOpen) return;
        (known.IsOpen, known.Revision, known.ChangedAt) = (false, happened.Revision, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellation);
        index.Touch();
    }

    private async Task TakeAsync(OfferSnapshot offer, CancellationToken cancellation)
    {
        var known = await db.Offers.FindAsync([offer.OfferId], cancellation);
        if (known?.Revision >= offer.Revision) return;
        if (known is null)
        {
            known = KnownOffer.Of(offer, open: true, clock.GetUtcNow().UtcDateTime);
            db.Add(known);
        }
        else
        {
            (known.Revision, known.IsOpen, known.Content) = (offer.Revision, true, JsonSerializer.Serialize(offer));
        }
        await tags.TagAsync(known, cancellation);
        await db.SaveChangesAsync(cancellation);
        index.Touch();
    }
}
