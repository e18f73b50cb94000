namespace SmartRecruiting.Matching.Training;

/// <summary>The programmes that come first for a text, without reasons.</summary>
/// <param name="Programmes">Best first; none when nothing fits reliably.</param>
/// <param name="BestScore">Chance of the first, 0 to 1.</param>
/// <param name="Best">The same in a word.</param>
internal sealed record Placing(IReadOnlyList<Guid> Programmes, double BestScore, Strength Best)
{
    /// <summary>Nothing fits.</summary>
    public static Placing None { get; } = new([], 0, Strength.None);
}
