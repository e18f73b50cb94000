namespace SmartRecruiting.Contracts;

/// <summary>Finds open offers by free text.</summary>
public interface IOfferSearch
{
    /// <summary>A page of open offers: best first for a text, newest first without one.</summary>
    Task<OfferHits> SearchAsync(OfferQuery query, CancellationToken cancellation);

    /// <summary>An open offer, or null when there is none with this id (any more).</summary>
    Task<OfferHit?> FindAsync(Guid offerId, CancellationToken cancellation);
}

/// <summary>What is looked for. Everything but the text filters; null does not.</summary>
/// <param name="Skip">Offers to pass over: 0 for the first page.</param>
/// <param name="Take">1 to 100.</param>
public sealed record OfferQuery(string? Text, OfferKind? Kind, string? Level, string? Domain, string? City, int Skip, int Take);

/// <summary>A page of offers, and how many there are in all.</summary>
public sealed record OfferHits(int Total, IReadOnlyList<OfferHit> Offers);

/// <summary>One open offer, with what made it fit (empty without a text).</summary>
public sealed record OfferHit(OfferSnapshot Offer, string Domain, IReadOnlyList<SkillFound> Skills, Strength Strength, IReadOnlyList<Reason> Reasons);
