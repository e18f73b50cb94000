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
public sealed record OfferQuery(string? Text, OfferKind? Kind, string? Level, string? Domain, string? City, int Skip, int Take)
{
    /// <summary>Not before this day; an offer that says no start is for any.</summary>
    public DateOnly? StartsFrom { get; init; }

    /// <summary>Not after this day; an offer that says no start is for any.</summary>
    public DateOnly? StartsUntil { get; init; }

    /// <summary>Weeks at the least.</summary>
    public int? WeeksFrom { get; init; }

    /// <summary>Weeks at the most.</summary>
    public int? WeeksUntil { get; init; }

    /// <summary>Euros a month at the least, whatever the pay is counted by; 1 for any pay.</summary>
    public int? Pay { get; init; }

    /// <summary>Some remote work for <see cref="RemoteWork.Partial"/>, nothing else for <see cref="RemoteWork.Full"/>, none for <see cref="RemoteWork.None"/>.</summary>
    public RemoteWork? Remote { get; init; }

    /// <summary>Posted then or later.</summary>
    public DateTime? PostedSince { get; init; }

    /// <summary>Newest first also for a text.</summary>
    public bool ByDate { get; init; }

    /// <summary>Offers that must not come; a thousand at the most.</summary>
    public IReadOnlyCollection<Guid> Without { get; init; } = [];
}

/// <summary>A page of offers, how many there are in all, and how many each filter would leave.</summary>
public sealed record OfferHits(int Total, IReadOnlyList<OfferHit> Offers, OfferFacets Facets);

/// <summary>For each filter its values and how many offers each would give while the other filters stay; most first.</summary>
/// <param name="Kinds">Names of <see cref="OfferKind"/>.</param>
/// <param name="Levels">An offer of no level counts for every level.</param>
/// <param name="Domains">Keys of <see cref="Contracts.Domains"/>.</param>
/// <param name="Cities">The towns with most offers only.</param>
public sealed record OfferFacets(
    IReadOnlyList<FacetCount> Kinds, IReadOnlyList<FacetCount> Levels, IReadOnlyList<FacetCount> Domains, IReadOnlyList<FacetCount> Cities)
{
    /// <summary>By weeks, as a number; offers that do not say are left out.</summary>
    public IReadOnlyList<FacetCount> Weeks { get; init; } = [];

    /// <summary>By whole euros a month; offers that do not say are left out.</summary>
    public IReadOnlyList<FacetCount> Pays { get; init; } = [];

    /// <summary>Names of <see cref="RemoteWork"/>; offers that do not say are left out.</summary>
    public IReadOnlyList<FacetCount> Remote { get; init; } = [];
}

/// <summary>One value of a filter.</summary>
public sealed record FacetCount(string Value, int Count);

/// <summary>One open offer, with what made it fit (empty without a text).</summary>
public sealed record OfferHit(OfferSnapshot Offer, string Domain, IReadOnlyList<SkillFound> Skills, Strength Strength, IReadOnlyList<Reason> Reasons);

/// <summary>Finds programmes by hand: by words of their pages, for those whom no ranking helps.</summary>
public interface IProgrammeSearch
{
    /// <summary>
    /// Programmes that have one of the words at least, best first: whole words in any form, beginnings of names and codes, words with one
    /// slip, skills under another name.
    /// </summary>
    Task<IReadOnlyList<Guid>> SearchAsync(string words, int most, CancellationToken cancellation);
}
