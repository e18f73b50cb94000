using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Moderation;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>Sends a complete offer on its way: public at once when its company may publish and its words are fair, with an approval otherwise.</summary>
internal sealed class SubmitOffer(ReleaseOffer release, HoldOffer hold, TimeProvider clock)
{
    /// <summary>The caller saves.</summary>
    /// <returns>How many of the ticked programmes get it now; null when it cannot be submitted.</returns>
    public async Task<int?> SubmitAsync(Offer offer, Company company, Guid by, CancellationToken cancellation)
    {
        if (!company.IsActive || !offer.TrySubmit(clock.GetUtcNow().UtcDateTime, by)) return null;
        if (await hold.HoldAsync(offer, cancellation)) return 0;
        return company.MayPublish ? await release.ReleaseAsync(offer, company.Name, cancellation) : 0;
    }
}
