namespace SmartRecruiting.Matching.Engine;

/// <summary>The programme that came first for a text, as calibration sees it.</summary>
/// <param name="Share">Its share of the softmax, 0 to 1.</param>
/// <param name="Cues">A value for each <see cref="Cue"/>.</param>
/// <param name="Examples">Labelled texts that it was learnt from.</param>
/// <param name="Fullness">Of the text: see <see cref="Evidence"/>.</param>
/// <param name="KnownShare">Of the text: see <see cref="Evidence"/>.</param>
internal readonly record struct First(double Share, float[] Cues, int Examples, double Fullness, double KnownShare)
{
    // Two known words: below that nothing was measured, and a line drawn further would call everything equally likely.
    private const double MostBrevity = 0.65;

    private double Brevity => Math.Min(MostBrevity, 1 - Fullness);

    private double Logit => Math.Log(Math.Clamp(Share, 1e-6, 1 - 1e-6) / (1 - Math.Clamp(Share, 1e-6, 1 - 1e-6)));

    /// <summary>
    /// What the chance of being right depends on: the share, and how short the text is, since a few words are sure of less than they
    /// seem. More than that (cues, examples) looked sharper on folds that lack classes on purpose, and lied where none lack.
    /// </summary>
    public double[] ForChance() => [1, Logit, Brevity, Brevity * Logit];

    /// <summary>What the chance that the text belongs to any programme depends on.</summary>
    public double[] ForBelonging() =>
        [1, Logit, Examples == 0 ? 1 : 0, Few, KnownShare, .. Cues.Select(c => (double)c)];

    private double Few => Examples == 0 ? 0 : 1.0 / (1 + Examples);

    /// <summary>The first of some programmes.</summary>
    /// <param name="scores">Scores of all programmes.</param>
    /// <param name="cues">Cues of all programmes, one behind the other.</param>
    /// <param name="examples">Examples of all programmes.</param>
    /// <param name="fullness">Of the text.</param>
    /// <param name="knownShare">Of the text.</param>
    /// <param name="among">Which programmes there are; null for all.</param>
    /// <param name="number">Receives the number of the first; -1 when there is none.</param>
    public static First Of(double[] scores, float[] cues, int[] examples, double fullness, double knownShare, Func<int, bool>? among, out int number)
    {
        number = -1;
        for (var p = 0; p < scores.Length; p++)
        {
            if (among?.Invoke(p) != false && (number < 0 || scores[p] > scores[number])) number = p;
        }
        if (number < 0) return new First(0, new float[Scorer.Cues], 0, fullness, knownShare);
        var total = 0.0;
        for (var p = 0; p < scores.Length; p++)
        {
            if (among?.Invoke(p) != false) total += Math.Exp(scores[p] - scores[number]);
        }
        return new First(1 / total, cues.AsSpan(number * Scorer.Cues, Scorer.Cues).ToArray(), examples[number], fullness, knownShare);
    }
}
