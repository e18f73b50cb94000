using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Transmissions;

/// <summary>Sends an offer to programmes, each with the strength and the reasons of its match at this moment.</summary>
internal sealed class SendOffer(RecruitingDb db, IProgrammeRanking ranking, TimeProvider clock)
{
    // What was ticked stands among the first few of its level; this deep, its strength is found again for sure.
    private const int Deep = 60;

    /// <summary>Adds one row for each programme that has none yet, and tells of it; the caller saves.</summary>
    /// <returns>How many programmes get it now.</returns>
    public async Task<int> AddAsync(Offer offer, OfferSnapshot snapshot, IReadOnlyList<ProgrammeSnapshot> receivers, CancellationToken cancellation)
    {
        var already = await db.Transmissions.Where(t => t.OfferId == offer.Id).Select(t => t.ProgrammeId).ToHashSetAsync(cancellation);
        var missing = receivers.Where(p => !already.Contains(p.Id)).ToList();
        if (missing.Count == 0) return 0;
        var levels = missing.Select(p => p.Level).Distinct().ToList();
        var query = new RankingQuery(RankedText(offer), Deep) { Nearest = Deep, Levels = levels, Names = snapshot.Names() };
        var ranked = (await ranking.RankAsync(query, cancellation)).Programmes.ToDictionary(p => p.ProgrammeId);
        foreach (var programme in missing)
        {
            var match = ranked.GetValueOrDefault(programme.Id);
            var transmission = Transmission.Send(
                offer, programme, match?.Strength ?? Strength.None, match?.Reasons ?? [], clock.GetUtcNow().UtcDateTime);
            db.Add(transmission);
            db.Publish(transmission.ToEvent(snapshot));
        }
        return missing.Count;
    }

    /// <summary>What is read of an offer to rank programmes for it.</summary>
    public static string RankedText(Offer offer) => offer.Title + "\n" + offer.Text;
}
