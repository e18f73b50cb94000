using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>Keeps what the model found in offers beside them.</summary>
internal sealed class ShowTags(RecruitingDb db) : IHandle<OffersTagged>
{
    public async Task HandleAsync(OffersTagged happened, CancellationToken cancellation)
    {
        var ids = happened.Offers.Select(tags => tags.OfferId).ToList();
        var offers = await db.Offers.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
        foreach (var tags in happened.Offers)
        {
            if (offers.TryGetValue(tags.OfferId, out var offer)) offer.TryTag(tags.Revision, tags.ModelVersion, tags.Domain, tags.Skills);
        }
        await db.SaveChangesAsync(cancellation);
    }
}
