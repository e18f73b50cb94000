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

    /// <summary>Nothing in the text speaks of any programme: "no reliable match".</summary>
    NoReliableMatch,

    /// <summary>No model can be used now (no programme yet, or still being trained).</summary>
    NotReady,
}

/// <summary>What caused a match.</summary>
/// <param name="Term">As it stands in the text, or the skill's name.</param>
/// <param name="IsSkill">A skill of the lexicon, not just a word.</param>
public sealed record Reason(string Term, bool IsSkill);

/// <summary>One programme in a ranking.</summary>
/// <param name="Score">Chance of being the right one, 0 to 1, calibrated on held-out texts.</param>
public sealed record RankedProgramme(
    Guid ProgrammeId,
    string Code,
    string Name,
    string Component,
    string Level,
    double Score,
    Strength Strength,
    IReadOnlyList<Reason> Reasons);

/// <summary>The programmes for a text, best first; empty unless the state is <see cref="RankingState.Match"/>.</summary>
/// <param name="ModelVersion">The model that ranked; 0 when there is none.</param>
public sealed record Ranking(RankingState State, IReadOnlyList<RankedProgramme> Programmes, int ModelVersion);

/// <summary>Ranks the programmes of the university for a text in free words.</summary>
public interface IProgrammeRanking
{
    /// <summary>At most <paramref name="top"/> programmes with reasons. Any text is fine: empty, long, foreign or nonsense.</summary>
    /// <param name="text">French first, English understood.</param>
    /// <param name="top">1 or more.</param>
    /// <param name="levels">Only programmes of these levels (Bac+2 … Bac+5); null or empty for all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<Ranking> RankAsync(string text, int top, IReadOnlyCollection<string>? levels, CancellationToken cancellation);
}
