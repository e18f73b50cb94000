using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Catalogue;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Offers;
using SmartRecruiting.Matching.Search;

namespace SmartRecruiting.Matching.Training;

/// <summary>Learns from imported offers: each keeps its text, and the programmes it was for as labels.</summary>
internal sealed class TakeHistory(MatchingDb db, OfferIndex index, TimeProvider clock) : IHandle<OffersImported>
{
    public async Task HandleAsync(OffersImported happened, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = happened.Offers.Select(o => o.Offer.OfferId).ToList();
        var known = (await db.Offers.Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancellation)).ToHashSet();
        // A transmission of the same offer may have brought its label already.
        var labelled = (await db.Labels.Where(l => ids.Contains(l.OfferId)).Select(l => new { l.OfferId, l.ProgrammeCode }).ToListAsync(cancellation))
            .Select(l => (l.OfferId, l.ProgrammeCode)).ToHashSet();
        foreach (var (offer, open, codes, _) in happened.Offers.Where(o => known.Add(o.Offer.OfferId)))
        {
            db.Add(KnownOffer.Of(offer, open, now));
            db.AddRange(codes.Select(code => code.Trim().ToUpperInvariant())
                .Where(code => code.Length is > 0 and <= KnownProgramme.CodeLength && labelled.Add((offer.OfferId, code))).Select(code =>
                new Label { OfferId = offer.OfferId, ProgrammeCode = code, Source = LabelSource.History, Fits = true, At = offer.PostedAt }));
        }
        await db.SaveChangesAsync(cancellation);
        index.Touch();
    }
}
