namespace SmartRecruiting.Matching.Engine;

/// <summary>A programme (or label) in a ranking.</summary>
/// <param name="Programme">Which.</param>
/// <param name="Chance">Of being right, 0 to 1, calibrated on held-out texts.</param>
/// <param name="Strength">The same in a word.</param>
/// <param name="Causes">What caused it, strongest first, at most 8; empty unless asked for.</param>
/// <param name="Examples">Labelled texts it was learnt from.</param>
internal sealed record RankedItem(Programme Programme, double Chance, Strength Strength, IReadOnlyList<Cause> Causes, int Examples);

/// <summary>A ranking.</summary>
/// <param name="State">Match or NoReliableMatch.</param>
/// <param name="Items">Best first; also filled when there is no reliable match.</param>
/// <param name="Chances">Of every programme that the filter let pass, best first: what components and universities sum up.</param>
internal sealed record TextRanking(RankingState State, IReadOnlyList<RankedItem> Items, IReadOnlyList<(Programme Programme, double Chance)> Chances)
{
    /// <summary>Whether the text says something that programmes know; without that, no item may be shown.</summary>
    public bool IsMeaningful { get; init; }
}
