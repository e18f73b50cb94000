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
/// <param name="IsGeneral">A task or a way of working that any trade may ask for: it says little of a market.</param>
public sealed record SkillFound(string Id, string French, string English, bool IsGeneral = false);

/// <summary>Finds the domain and the skills of a text.</summary>
public interface ITextAnalysis
{
    /// <summary>Any text is fine; milliseconds.</summary>
    TextFacts Analyse(string text);
}

/// <summary>The model has spoken on offers: on one that arrives, or on many of the past.</summary>
public sealed record OffersTagged(IReadOnlyList<OfferTags> Offers) : IntegrationEvent;

/// <summary>What an offer is about, and the programmes that came first.</summary>
/// <param name="ModelVersion">The model that says so; 0 for one made of the programmes' descriptions alone.</param>
/// <param name="Domain">A key of <see cref="Domains"/>.</param>
/// <param name="Programmes">Best first; none when nothing fits reliably.</param>
/// <param name="BestScore">Chance of the first programme, 0 to 1; 0 without one.</param>
/// <param name="Best">How well the first programme fits.</param>
/// <param name="YearOfStudy">The year after the baccalauréat that the text asks for, 1 to 8; null when it says nothing of it.</param>
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
