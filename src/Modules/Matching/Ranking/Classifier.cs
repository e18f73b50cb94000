namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// What labelled texts teach: for each class with an example a linear SVM and the centroid of its texts (Rocchio), over word
/// features.
/// </summary>
/// <param name="Codes">Codes of the classes.</param>
/// <param name="Counts">Examples of each class, its description not counted.</param>
/// <param name="Words">Word features.</param>
/// <param name="Biases">Of the SVMs.</param>
/// <param name="Margins">Weights of the SVMs.</param>
/// <param name="Centroids">Unit centroids over the word features.</param>
/// <param name="Grams">Character features; for plain labels only.</param>
/// <param name="GramMargins">Their weights in the SVMs.</param>
/// <param name="Declined">Codes of the programmes that some text was said not to fit, with or without an example of their own.</param>
/// <param name="Declines">Sums of those texts over the word features, of a length below 1 that grows with their number.</param>
internal sealed record Classifier(
    string[] Codes, int[] Counts, Vocabulary Words, float[] Biases, SparseWeights Margins, SparseWeights Centroids, Vocabulary? Grams, SparseWeights? GramMargins,
    string[] Declined, SparseWeights Declines)
{
    // Four bytes each: the SVMs stay under 24 MB, the centroids under 8 MB.
    private const int MostMargins = 6_000_000, MostCentroids = 2_000_000;

    // Beside a class's largest weight these move no margin by more than the 16-bit steps do.
    private const float Negligible = 1e-4f;

    // All weights of a class before they are cut: a list that keeps room for them would be most of the memory of a training.
    [ThreadStatic] private static List<(int Feature, float Weight)>? buffer;

    /// <summary>Trains on rows of a corpus.</summary>
    /// <param name="corpus">Texts and descriptions.</param>
    /// <param name="codes">Codes of the classes that <paramref name="targets"/> numbers.</param>
    /// <param name="counts">Examples of each class among <paramref name="examples"/>.</param>
    /// <param name="examples">Rows of labelled texts.</param>
    /// <param name="descriptions">Rows of descriptions, trained on as one more text of their class.</param>
    /// <param name="targets">Classes of every row.</param>
    /// <param name="declined">Rows that were said not to fit a programme, by its code.</param>
    /// <param name="options">Of the solver.</param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="cancellation">Ends the training.</param>
    public static Classifier Train(
        Corpus corpus, string[] codes, int[] counts, int[] examples, int[] descriptions, SvmTargets targets, ILookup<string, int> declined, SvmOptions options, IProgress<double>? progress,
        CancellationToken cancellation)
    {
        var classes = codes.Length;
        var biases = new float[classes];
        var margins = new List<(int Feature, float Weight)>[classes];
        var grams = new List<(int Feature, float Weight)>[classes];
        var words = corpus.Words.Count;
        var most = Math.Max(1, MostMargins / Math.Max(1, classes));
        LinearSvm.Train(corpus.Rows, [.. examples, .. descriptions], targets, options, (first, block) =>
        {
            for (var lane = 0; lane < LinearSvm.Lanes && first + lane < classes; lane++)
            {
                biases[first + lane] = block[block.Features, lane];
                margins[first + lane] = Column(block, lane, 0, words, most);
                grams[first + lane] = Column(block, lane, words, corpus.Rows.Width, most);
            }
        }, progress, cancellation);
        return new Classifier(
            codes, counts, corpus.Words, biases, SparseWeights.Build(margins, words, most),
            SparseWeights.Build(CentroidsOf(corpus, classes, examples, targets), words, Math.Max(1, MostCentroids / Math.Max(1, classes))),
            corpus.Grams, corpus.Grams is null ? null : SparseWeights.Build(grams, corpus.Grams.Count, most),
            [.. declined.Select(d => d.Key)], SparseWeights.Build([.. declined.Select(rows => DeclineOf(corpus, [.. rows]))], words, MostMargins));
    }

    private static List<(int, float)> Column(SvmBlock block, int lane, int from, int to, int most)
    {
        var largest = 0f;
        for (var f = from; f < to; f++) largest = Math.Max(largest, Math.Abs(block[f, lane]));
        var column = buffer ??= [];
        column.Clear();
        for (var f = from; f < to; f++)
        {
            if (Math.Abs(block[f, lane]) > largest * Negligible) column.Add((f - from, block[f, lane]));
        }
        SparseWeights.Cut(column, most);
        return [.. column];
    }

    // One voice may err: three say nearly all that there is to say.
    private static List<(int, float)> DeclineOf(Corpus corpus, int[] rows)
    {
        var sum = new SortedDictionary<int, float>();
        foreach (var row in rows)
        {
            var columns = corpus.Rows.ColumnsOf(row);
            var values = corpus.Rows.ValuesOf(row);
            for (var k = 0; k < columns.Length && columns[k] < corpus.Words.Count; k++) sum[columns[k]] = sum.GetValueOrDefault(columns[k]) + values[k];
        }
        var scale = rows.Length / (rows.Length + 1f) / MathF.Max(1e-6f, MathF.Sqrt(sum.Values.Sum(v => v * v)));
        return [.. sum.Select(s => (s.Key, s.Value * scale))];
    }

    private static List<(int, float)>[] CentroidsOf(Corpus corpus, int classes, int[] examples, SvmTargets targets)
    {
        var sums = new Dictionary<int, float>[classes];
        for (var c = 0; c < classes; c++) sums[c] = [];
        foreach (var row in examples)
        {
            if (targets.OnlyNegativeOf[row] is not null) continue;
            var columns = corpus.Rows.ColumnsOf(row);
            var values = corpus.Rows.ValuesOf(row);
            foreach (var c in targets.Positives[row])
            {
                for (var k = 0; k < columns.Length; k++) if (columns[k] < corpus.Words.Count) sums[c][columns[k]] = sums[c].GetValueOrDefault(columns[k]) + values[k];
            }
        }
        return [.. sums.Select(sum =>
        {
            var length = MathF.Sqrt(sum.Values.Sum(v => v * v));
            return sum.OrderBy(s => s.Key).Select(s => (s.Key, s.Value / length)).ToList();
        })];
    }
}
