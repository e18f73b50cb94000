using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Skills;

namespace SmartRecruiting.Matching.Search;

/// <summary>Finds open offers by free text, filtered; a hit says which words and skills of the text it has.</summary>
internal sealed class SearchOffers(OfferIndex index, LexiconStore lexicons) : IOfferSearch
{
    // Shares of the query's weight that a hit covers. Chosen by reading results of the sample.
    private const double StrongCoverage = 0.75;
    private const double GoodCoverage = 0.45;
    private const int MostReasons = 8;

    public async Task<OfferHits> SearchAsync(OfferQuery query, CancellationToken cancellation)
    {
        var found = await index.SearchAsync(query, await lexicons.CurrentAsync(cancellation), cancellation);
        return new OfferHits(found.Total, [.. found.Offers.Select(offer => HitOf(offer, found.Wish))], found.Facets);
    }

    public async Task<OfferHit?> FindAsync(Guid offerId, CancellationToken cancellation) =>
        await index.FindAsync(offerId, cancellation) is { } offer ? new OfferHit(offer.Snapshot, offer.Domain, offer.Skills, Strength.None, []) : null;

    private static OfferHit HitOf(IndexedOffer offer, Wish wish)
    {
        if (wish.Parts.Count == 0) return new OfferHit(offer.Snapshot, offer.Domain, offer.Skills, Strength.None, []);
        var text = TextAnalyzer.Analyse(IndexedOffer.TextOf(offer.Snapshot));
        var words = new Dictionary<ulong, string>();
        foreach (var token in text.Tokens.Where(t => !t.IsStop)) words.TryAdd(token.Stem, text.SurfaceOf(token).ToString());
        var skills = offer.Skills.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var shared = wish.Parts.Select(part => (Part: part, In: part.In(words, skills))).Where(s => s.In.Share > 0)
            .OrderByDescending(s => s.In.Share * s.Part.Weight).ToList();
        var coverage = shared.Sum(s => s.In.Share * s.Part.Weight) / wish.Parts.Sum(p => p.Weight);
        return new OfferHit(
            offer.Snapshot, offer.Domain, offer.Skills, StrengthOf(coverage), [.. shared.Take(MostReasons).Select(s => new Reason(s.In.Term, s.Part.Skill is not null))]);
    }

    private static Strength StrengthOf(double coverage) => coverage switch
    {
        0 => Strength.None,
        >= StrongCoverage => Strength.Strong,
        >= GoodCoverage => Strength.Good,
        _ => Strength.Weak,
    };
}
