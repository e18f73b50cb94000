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
        var opened = db.OpenModerations().Select(m => (DateTime?)m.OpenedAt);
        return (await opened.CountAsync(cancellation), await opened.MaxAsync(cancellation));
    }

    public string Say(CultureInfo reader, int waiting) => Text.In(reader.Name, waiting == 1 ? "WaitingOffer" : "WaitingOffers", waiting);
}

internal static class ModerationQueries
{
    /// <summary>Those without a verdict. A held offer that its recruiter took back waits for nobody, until it comes back.</summary>
    public static IQueryable<OfferModeration> OpenModerations(this RecruitingDb db) =>
        db.Moderations.Where(m => m.Verdict == null && db.Offers.Any(o => o.Id == m.OfferId && o.Status != OfferStatus.Withdrawn));
}
