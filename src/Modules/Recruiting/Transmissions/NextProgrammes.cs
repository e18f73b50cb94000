using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Transmissions;

/// <summary>The best programmes among those that an open offer was not sent to.</summary>
internal sealed class NextProgrammes(RecruitingDb db, IProgrammeRanking ranking)
{
    private const int Shown = 5;

    /// <summary>Best first, as the ranking has them; none where the offer cannot be sent.</summary>
    public async Task<IReadOnlyList<RankedProgramme>> FindAsync(Offer offer, CancellationToken cancellation)
    {
        if (offer.Status is not OfferStatus.Published) return [];
        var sent = db.Transmissions.Where(t => t.OfferId == offer.Id).Select(t => t.ProgrammeId);
        var refused = db.Judgements.Where(j => j.OfferId == offer.Id && !j.Fits).Select(j => j.ProgrammeId);
        var known = await sent.Union(refused).ToHashSetAsync(cancellation);
        var company = await db.Companies.Where(c => c.Id == offer.CompanyId).Select(c => c.TradeName ?? c.LegalName).SingleAsync(cancellation);
        var enough = Shown + known.Count;
        var query = new RankingQuery(SendOffer.RankedText(offer), enough) { Nearest = enough, Names = offer.ToSnapshot(company).Names() };
        return [.. (await ranking.RankAsync(query, cancellation)).Programmes.Where(p => !known.Contains(p.ProgrammeId)).Take(Shown)];
    }
}
