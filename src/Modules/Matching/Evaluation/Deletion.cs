using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Evaluation;

/// <summary>
/// What the words shown as causes are worth: how far the first programme's chance falls without them, beside how far it moves, up or
/// down, without as many random words.
/// </summary>
internal static class Deletion
{
    private const int Draws = 20;

    // A hundredth of chance: without it a text that no random word moves would divide by next to nothing.
    private const double LeastFall = 0.01;

    /// <summary>The median over texts of how many times as much the causes lower the chance; null when no text has causes and other words.</summary>
    public static double? Median(ProgrammeModel model, IEnumerable<string> texts, int seed, CancellationToken cancellation)
    {
        var ratios = new List<double>();
        foreach (var text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Ratio(model, text, new Random(seed)) is { } ratio) ratios.Add(ratio);
        }
        return ratios.Count == 0 ? null : Measures.Percentile(ratios, 0.5);
    }

    private static double? Ratio(ProgrammeModel model, string text, Random random)
    {
        var first = model.Rank(text, 1).Items[0];
        var analysed = TextAnalyzer.Analyse(text);
        var because = analysed.Tokens.Where(t => first.Causes.Any(c => t.Start >= c.Start && t.End <= c.Start + c.Length)).Select(t => t.Stem).ToHashSet();
        ulong[] others = [.. analysed.Tokens.Where(t => !t.IsStop && !because.Contains(t.Stem)).Select(t => t.Stem).Distinct()];
        if (because.Count == 0 || others.Length < because.Count) return null;
        var fall = FallWithout(because);
        var falls = 0.0;
        for (var draw = 0; draw < Draws; draw++)
        {
            random.Shuffle(others);
            falls += Math.Abs(FallWithout([.. others.Take(because.Count)]));
        }
        return fall / Math.Max(falls / Draws, LeastFall);

        double FallWithout(HashSet<ulong> stems)
        {
            var left = text.ToCharArray();
            foreach (var token in analysed.Tokens.Where(t => stems.Contains(t.Stem))) left.AsSpan(token.Start, token.Length).Fill(' ');
            return first.Chance - model.Rank(new string(left), 1, p => p.Code == first.Programme.Code, explain: false).Items[0].Chance;
        }
    }
}
