using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>Keeps the inbox true to its offers: their wording, and whether they are still open.</summary>
internal sealed class FollowOffer(SchoolingDb db) : IHandle<OfferPosted>, IHandle<OfferRevised>, IHandle<OfferClosed>
{
    public async Task HandleAsync(OfferPosted happened, CancellationToken cancellation)
    {
        (await FindAsync(happened.Offer.OfferId, cancellation))?.Open(happened.Offer.Revision);
        await ReviseAsync(happened.Offer, cancellation);
    }

    public Task HandleAsync(OfferRevised happened, CancellationToken cancellation) => ReviseAsync(happened.Offer, cancellation);

    public async Task HandleAsync(OfferClosed happened, CancellationToken cancellation)
    {
        var state = await FindAsync(happened.OfferId, cancellation);
        if (state is null) db.Add(new OfferState(happened.OfferId, happened.Revision, happened.Reason));
        else state.Close(happened.Revision, happened.Reason);
        // A second delivery at the same moment fails on the key here, and finds the row when it is tried again.
        await db.SaveChangesAsync(cancellation);
    }

    private Task<OfferState?> FindAsync(Guid offer, CancellationToken cancellation) =>
        db.Offers.FirstOrDefaultAsync(o => o.OfferId == offer, cancellation);

    private async Task ReviseAsync(OfferSnapshot offer, CancellationToken cancellation)
    {
        foreach (var item in await db.Inbox.Where(i => i.OfferId == offer.OfferId).ToListAsync(cancellation)) item.Revise(offer);
        await db.SaveChangesAsync(cancellation);
    }
}
