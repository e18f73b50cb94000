using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>Keeps what the model found in an offer beside it.</summary>
internal sealed class ShowTags(RecruitingDb db) : IHandle<OfferTagged>
{
    public async Task HandleAsync(OfferTagged happened, CancellationToken cancellation)
    {
        var offer = await db.Offers.SingleOrDefaultAsync(o => o.Id == happened.OfferId, cancellation);
        if (offer?.TryTag(happened.Revision, happened.ModelVersion, happened.Domain, happened.Skills) is true) await db.SaveChangesAsync(cancellation);
    }
}
