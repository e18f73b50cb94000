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
internal sealed record Classifier(
    string[] Codes, int[] Counts, Vocabulary Words, float[] Biases, SparseWeights Margins, SparseWeights Centroids)
{
    // Four bytes each: the SVMs stay under 24 MB, the centroids under 8 MB.
    private const int MostMargins = 6_000_000, MostCentroids = 2_000_000;

    // Beside a class's largest weight these move no margin by more than the 16-bit steps do.
    private const float Negligible = 1e-4f;

    /// <summary>Trains on rows of a corpus.</summary>
    /// <param name="corpus">Texts and descriptions.</param>
    /// <param name="codes">Codes of the classes that <paramref name="targets"/> numbers.</param>
    /// <param name="counts">Examples of each class among <paramref name="examples"/>.</param>
    /// <param name="examples">Rows of labelled texts.</param>
    /// <param name="descriptions">Rows of descriptions, trained on as one more text of their class.</param>
    /// <param name="targets">Classes of every row.</param>
    /// <param name="options">Of the solver.</param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="cancellation">Ends the training.</param>
    public static Classifier Train(
        Corpus corpus, string[] codes, int[] counts, int[] examples, int[] descriptions, SvmTargets targets, SvmOptions options, IProgress<double>? progress,
        CancellationToken cancellation)
    {
        var classes = codes.Length;
        var biases = new float[classes];
        var margins = new List<(int Feature, float Weight)>[classes];
        var most = Math.Max(1, MostMargins / Math.Max(1, classes));
        LinearSvm.Train(corpus.Rows, [.. examples, .. descriptions], targets, options, (first, block) =>
        {
            for (var lane = 0; lane < LinearSvm.Lanes && first + lane < classes; lane++)
            {
                biases[first + lane] = block[block.Features, lane];
                margins[first + lane] = Column(block, lane, most);
            }
        }, progress, cancellation);
        return new Classifier(
            codes, counts, corpus.Words, biases, SparseWeights.Build(margins, corpus.Rows.Width, most),
            SparseWeights.Build(CentroidsOf(corpus, classes, examples, targets), corpus.Words.Count, Math.Max(1, MostCentroids / Math.Max(1, classes))));
    }

    private static List<(int, float)> Column(SvmBlock block, int lane, int most)
    {
        var largest = 0f;
        for (var f = 0; f < block.Features; f++) largest = Math.Max(largest, Math.Abs(block[f, lane]));
        var column = new List<(int, float)>();
        for (var f = 0; f < block.Features; f++)
        {
            if (Math.Abs(block[f, lane]) > largest * Negligible) column.Add((f, block[f, lane]));
        }
        SparseWeights.Cut(column, most);
        return column;
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
                for (var k = 0; k < columns.Length; k++) sums[c][columns[k]] = sums[c].GetValueOrDefault(columns[k]) + values[k];
            }
        }
        return [.. sums.Select(sum =>
        {
            var length = MathF.Sqrt(sum.Values.Sum(v => v * v));
            return sum.OrderBy(s => s.Key).Select(s => (s.Key, s.Value / length)).ToList();
        })];
    }
}
