namespace SmartRecruiting.Contracts;

/// <summary>What a text is about.</summary>
/// <param name="Domain">A key of <see cref="Domains"/>; "other" when unsure.</param>
/// <param name="Chance">Of the domain being right, 0 to 1.</param>
public sealed record TextFacts(string Domain, double Chance, IReadOnlyList<SkillFound> Skills)
{
    /// <summary>Words that stand out among offers and are no known skill, most telling first; none before a model serves.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];
}

/// <summary>A skill found in a text, under both its names.</summary>
public sealed record SkillFound(string Id, string French, string English);

/// <summary>Finds the domain and the skills of a text.</summary>
public interface ITextAnalysis
{
    /// <summary>Any text is fine; milliseconds.</summary>
    TextFacts Analyse(string text);
}

/// <summary>The model has spoken on offers: what they are about, and the programmes that came first.</summary>
public sealed record OffersTagged(IReadOnlyList<OfferTags> Offers) : IntegrationEvent;

/// <summary>What the model says of one offer.</summary>
/// <param name="Best">How well the first programme fits.</param>
/// <param name="YearOfStudy">The year after the baccalauréat that the text asks for; null when it says nothing of it.</param>
public sealed record OfferTags(
    Guid OfferId,
    int Revision,
    int ModelVersion,
    string Domain,
    double DomainChance,
    IReadOnlyList<SkillFound> Skills,
    IReadOnlyList<Guid> Programmes,
    double BestScore,
    Strength Best,
    int? YearOfStudy);

/// <summary>A new model ranks from now on.</summary>
public sealed record ModelPromoted(int Version) : IntegrationEvent;
