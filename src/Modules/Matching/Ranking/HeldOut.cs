namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Ranks labelled texts by classifiers that have not seen them. In each fold some classes lose all their examples, as a
/// programme of the coming year has none. Beside each whole text stands a snippet of a few words, as people type them.
/// </summary>
internal static class HeldOut
{
    /// <summary>How often each text is held out: a second draw of folds and missing classes steadies the mix.</summary>
    public const int Repeats = 2;

    private const int Folds = 5, FewestTexts = 10;

    // One large class must not stand for all that have no example.
    private const int MostColdTexts = 8;
    private const int ShortestSnippet = 3, LongestSnippet = 14;

    /// <summary>The held-out texts; none when there are too few labelled ones to learn from.</summary>
    public static List<MixSample> Collect(
        Catalogue catalogue, Corpus corpus, TrainingSet set, TrainingOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var samples = new List<MixSample>();
        var positives = set.PositiveRows;
        if (positives.Length < FewestTexts) return samples;
        var random = new Random(options.Seed);
        var order = (int[])positives.Clone();
        random.Shuffle(order);
        var seen = positives.SelectMany(r => set.ProgrammesOf[r]).Distinct().Order().ToArray();
        var many = positives.Length > options.ManyTexts;
        var rounds = many ? 1 : Folds * Repeats;
        for (var fold = 0; fold < rounds; fold++)
        {
            var round = fold;
            random.Shuffle(seen);
            if (fold > 0 && fold % Folds == 0) random.Shuffle(order);
            var cold = set.HasProgrammeTexts ? seen.Take((int)(options.ColdClasses * seen.Length)).ToHashSet() : [];
            var (rest, held) = Split(set, order, cold, fold, options.MostHeldOut / rounds);
            var classifier = set.Train(corpus, [.. rest, .. set.NegativeRows], options, new Part(progress, round, rounds), cancellation);
            var scorer = new Scorer(catalogue, classifier);
            var collected = new MixSample?[held.Count * 2];
            var seeds = held.Select(_ => random.Next()).ToArray();
            Parallel.For(0, held.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation }, i =>
            {
                // Read again each time: all texts of a large history at once would be most of the memory of a training.
                var text = TextAnalyzer.Analyse(set.Texts[held[i]]);
                collected[i * 2] = SampleOf(catalogue, scorer, text, set.ProgrammesOf[held[i]], set.HasProgrammeTexts, isSnippet: false);
                if (Snippet(text, new Random(seeds[i])) is { } snippet)
                    collected[(i * 2) + 1] = SampleOf(catalogue, scorer, TextAnalyzer.Analyse(snippet), set.ProgrammesOf[held[i]], set.HasProgrammeTexts, isSnippet: true);
            });
            samples.AddRange(collected.OfType<MixSample>());
        }
        return samples;
    }

    private static (List<int> Kept, List<int> Held) Split(TrainingSet set, int[] order, HashSet<int> cold, int fold, int most)
    {
        var (rest, held) = (new List<int>(), new List<int>());
        var coldTexts = new Dictionary<int, int>();
        for (var i = 0; i < order.Length; i++)
        {
            var programmes = set.ProgrammesOf[order[i]];
            if (programmes.Any(cold.Contains))
            {
                // Held out or dropped: nothing of a cold class may be learnt.
                var count = coldTexts.GetValueOrDefault(programmes[0]);
                coldTexts[programmes[0]] = count + 1;
                if (count < MostColdTexts && held.Count < most) held.Add(order[i]);
            }
            else if (i % Folds == fold % Folds && held.Count < most)
            {
                held.Add(order[i]);
            }
            else
            {
                rest.Add(order[i]);
            }
        }
        return (rest, held);
    }

    private static MixSample? SampleOf(Catalogue catalogue, Scorer scorer, AnalysedText text, int[] programmes, bool hasProgrammeTexts, bool isSnippet)
    {
        var isCold = programmes.All(p => scorer.Examples[p] == 0);
        // A label without text and without example cannot be found by anybody.
        if (isCold && !hasProgrammeTexts) return null;
        var evidence = scorer.Read(text);
        // All programmes, not only the nearest: where the right one is often far, learning from the nearest alone turns the mix around.
        return new MixSample(
            evidence.Cues, scorer.Examples, programmes, isCold, evidence.Fullness, evidence.KnownShare,
            isCold ? catalogue.KnownShare(evidence.Terms, catalogue.AllNear(programmes)) : evidence.KnownShare,
            isSnippet);
    }

    private static string? Snippet(AnalysedText text, Random random)
    {
        var length = random.Next(ShortestSnippet, LongestSnippet + 1);
        if (text.Tokens.Length <= length * 2) return null;
        var first = random.Next(text.Tokens.Length - length);
        return text.Source[text.Tokens[first].Start..text.Tokens[first + length - 1].End];
    }

    private sealed class Part(IProgress<double>? whole, int number, int of) : IProgress<double>
    {
        public void Report(double value) => whole?.Report((number + value) / of);
    }
}
