using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Moderation;

/// <summary>Offers that wait for an administrator's eye.</summary>
internal sealed class WaitingOffers(RecruitingDb db) : IAwaitDecisions
{
    public string Path => "/admin/offers";

    public async Task<(int Waiting, DateTime? Newest)> CountAsync(CancellationToken cancellation)
    {
        var opened =
            from look in db.Moderations
            where look.Verdict == null
            join offer in db.Offers on look.OfferId equals offer.Id
            where offer.Status != OfferStatus.Withdrawn
            select (DateTime?)look.OpenedAt;
        return (await opened.CountAsync(cancellation), await opened.MaxAsync(cancellation));
    }

    public string Say(CultureInfo reader, int waiting) => Text.In(reader.Name, waiting == 1 ? "WaitingOffer" : "WaitingOffers", waiting);
}
