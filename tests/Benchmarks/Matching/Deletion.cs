using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// Whether the words shown as causes cause anything: by how much the first programme's chance falls when they are taken out of the text,
/// against the same number of other words drawn at random.
/// </summary>
internal static class Deletion
{
    private const int Draws = 5;

    public static IEnumerable<Finding> Measure(MatchingSet set, ProgrammeModel model, CancellationToken cancellation)
    {
        var random = new Random(1);
        var (ratios, byCause, byChance) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var labelled in set.Test)
        {
            cancellation.ThrowIfCancellationRequested();
            var best = model.Rank(labelled.Text, 1).Items[0];
            if (best.Causes.Count == 0) continue;
            var text = TextAnalyzer.Analyse(labelled.Text);
            var words = text.Tokens.Where(t => !t.IsStop).Select(t => t.Stem).Distinct().ToArray();
            var causes = text.Tokens.Where(t => !t.IsStop && best.Causes.Any(c => t.Start >= c.Start && t.Start < c.Start + c.Length)).Select(t => t.Stem).ToHashSet();
            double FallWithout(HashSet<ulong> stems)
            {
                var chances = model.Rank(Without(text, stems), 1, explain: false).Chances;
                return best.Chance - chances.First(c => c.Programme.Code == best.Programme.Code).Chance;
            }
            var fall = FallWithout(causes);
            var drawn = Enumerable.Range(0, Draws).Average(_ =>
            {
                random.Shuffle(words);
                return FallWithout([.. words.Take(causes.Count)]);
            });
            byCause.Add(fall);
            byChance.Add(drawn);
            // Words whose loss lowers nothing: any fall is infinitely more.
            ratios.Add(drawn > 0 ? fall / drawn : fall > 0 ? double.MaxValue : 0);
        }
        yield return new Finding($"{set.Name}: fall of the first programme without its causes, against as many random words (median)", Measures.Percentile(ratios, 0.5), AtLeast: 3);
        yield return new Finding($"{set.Name}: the same, mean fall against mean fall", byCause.Average() / byChance.Average());
    }

    private static string Without(AnalysedText text, HashSet<ulong> stems)
    {
        var kept = text.Source.ToCharArray();
        foreach (var token in text.Tokens)
        {
            if (!token.IsStop && stems.Contains(token.Stem)) kept.AsSpan(token.Start, token.Length).Fill(' ');
        }
        return new string(kept);
    }
}
