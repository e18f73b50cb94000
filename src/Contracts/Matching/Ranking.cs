namespace SmartRecruiting.Contracts;

/// <summary>How well a programme fits a text, in words whose chance of being right was measured.</summary>
public enum Strength
{
    /// <summary>Below what is worth showing as a match.</summary>
    None,

    /// <summary>Possible.</summary>
    Weak,

    /// <summary>Likely.</summary>
    Good,

    /// <summary>Nearly sure.</summary>
    Strong,
}

/// <summary>Whether a text could be ranked.</summary>
public enum RankingState
{
    /// <summary>Programmes follow, best first.</summary>
    Match,

    /// <summary>No programme fits for sure: "no reliable match". The nearest follow where the text says something that programmes know.</summary>
    NoReliableMatch,

    /// <summary>No model can be used now (no programme yet, or still being trained).</summary>
    NotReady,
}

/// <summary>What caused a match.</summary>
/// <param name="Term">As it stands in the text, or the skill's name.</param>
/// <param name="IsSkill">A skill of the lexicon, not just a word.</param>
/// <param name="Start">Where it first stands in the text that was ranked, in characters; -1 when it is not about a place in it.</param>
/// <param name="Length">Characters it takes there.</param>
public sealed record Reason(string Term, bool IsSkill, int Start = -1, int Length = 0);

/// <summary>One programme in a ranking.</summary>
/// <param name="Score">
/// Chance of being the right one, 0 to 1, calibrated on held-out texts; without a reliable match it orders and promises nothing.
/// </param>
/// <param name="Strength">At the most weak without a reliable match.</param>
public sealed record RankedProgramme(
    Guid ProgrammeId,
    string Code,
    string Name,
    string Component,
    string University,
    string Level,
    double Score,
    Strength Strength,
    IReadOnlyList<Reason> Reasons);

/// <summary>One component in a ranking: what its programmes make together.</summary>
/// <param name="Score">Chance that the right programme is one of this component's, 0 to 1: the sum over its programmes.</param>
/// <param name="Programmes">How many of the component's programmes were ranked.</param>
public sealed record RankedComponent(string Component, string University, double Score, int Programmes);

/// <summary>The programmes for a text, best first.</summary>
/// <param name="Programmes">
/// Without a reliable match the few nearest, each with what brought it, for a person to decide; none for a text that means nothing to any programme.
/// </param>
/// <param name="Components">The components of all ranked programmes, best first; a university's chance is the sum over its components. Empty without a reliable match.</param>
/// <param name="YearOfStudy">The year after the baccalauréat that the text asks for, 1 to 8; null when it says nothing of it.</param>
/// <param name="ModelVersion">The model that ranked; 0 when there is none.</param>
public sealed record Ranking(
    RankingState State, IReadOnlyList<RankedProgramme> Programmes, IReadOnlyList<RankedComponent> Components, int? YearOfStudy, int ModelVersion)
{
    /// <summary>The words of the text that <see cref="YearOfStudy"/> was read from; null when it says nothing of it.</summary>
    public string? YearReadFrom { get; init; }
}

/// <summary>What to rank, and which programmes may come; a restriction changes no chance.</summary>
/// <param name="Text">Any text is fine: empty, long, foreign or nonsense. French first, English understood.</param>
/// <param name="Top">Programmes at the most; 1 or more.</param>
public sealed record RankingQuery(string Text, int Top)
{
    /// <summary>Programmes at the most where none is a reliable match.</summary>
    public int Nearest { get; init; } = 5;

    /// <summary>Only programmes of these levels (Bac+2 … Bac+5); empty for all.</summary>
    public IReadOnlyCollection<string> Levels { get; init; } = [];

    /// <summary>Only programmes of the component with this name; null for all.</summary>
    public string? Component { get; init; }

    /// <summary>Only programmes taught in this town, accents and case aside; null for all.</summary>
    public string? City { get; init; }

    /// <summary>Names that stand in the text and say nothing of the work, such as the company's: the text is read without them.</summary>
    public IReadOnlyCollection<string> Names { get; init; } = [];
}

/// <summary>Somebody said that an offer fits a programme, or that it does not: the next model learns from it.</summary>
/// <param name="Fits">False for "not this one"; true for "missing: this one".</param>
/// <param name="By">The account that says so.</param>
/// <param name="Role">Its role: what a label is worth depends on who gave it.</param>
public sealed record MatchJudged(Guid OfferId, Guid ProgrammeId, bool Fits, Guid By, string Role, DateTime At) : IntegrationEvent;

/// <summary>Whoever judged a match took it back: what was learnt from it is forgotten.</summary>
/// <param name="JudgedAt">Of the judgement that is taken back.</param>
public sealed record JudgementWithdrawn(Guid OfferId, Guid ProgrammeId, Guid By, DateTime JudgedAt) : IntegrationEvent;

/// <summary>Ranks the programmes of the university for a text in free words.</summary>
public interface IProgrammeRanking
{
    /// <summary>The programmes for a text, best first, with reasons.</summary>
    Task<Ranking> RankAsync(RankingQuery query, CancellationToken cancellation);
}
