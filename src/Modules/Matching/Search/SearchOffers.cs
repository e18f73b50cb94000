namespace SmartRecruiting.Matching.Search;

/// <summary>Finds open offers by free text, filtered; a hit says which words of the text it has.</summary>
internal sealed class SearchOffers(OfferIndex index) : IOfferSearch
{
    // Shares of the query's weight that a hit covers. Chosen by reading results of the sample; measured properly with the next model.
    private const double StrongCoverage = 0.75;
    private const double GoodCoverage = 0.45;
    private const int MostReasons = 8;

    public async Task<OfferHits> SearchAsync(OfferQuery query, CancellationToken cancellation)
    {
        var found = (await index.SearchAsync(query.Text, cancellation)).Where(hit => Fits(hit.Offer, query)).ToList();
        var page = found.Skip(query.Skip).Take(query.Take).Select(hit => new OfferHit(
            hit.Offer.Snapshot, hit.Offer.Domain, hit.Offer.Skills, StrengthOf(hit.Coverage), [.. hit.Reasons.Take(MostReasons)]));
        return new OfferHits(found.Count, [.. page]);
    }

    public async Task<OfferHit?> FindAsync(Guid offerId, CancellationToken cancellation) =>
        await index.FindAsync(offerId, cancellation) is { } offer ? new OfferHit(offer.Snapshot, offer.Domain, offer.Skills, Strength.None, []) : null;

    private static bool Fits(IndexedOffer offer, OfferQuery query) =>
        (query.Kind is null || offer.Snapshot.Kind == query.Kind)
        && (string.IsNullOrEmpty(query.Level) || offer.Snapshot.Level is null or "" || offer.Snapshot.Level == query.Level)
        && (string.IsNullOrEmpty(query.Domain) || offer.Domain == query.Domain)
        && (string.IsNullOrEmpty(query.City) || Engine.TextAnalyzer.Fold(offer.Snapshot.City ?? "").Contains(Engine.TextAnalyzer.Fold(query.City), StringComparison.Ordinal));

    private static Strength StrengthOf(double coverage) => coverage switch
    {
        0 => Strength.None,
        >= StrongCoverage => Strength.Strong,
        >= GoodCoverage => Strength.Good,
        _ => Strength.Weak,
    };
}
