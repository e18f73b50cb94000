namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Texts to train on, as TF-IDF rows of unit length. Words only: characters inside words bring a classifier nothing measurable
/// beside retrieval, which has them, at ten times the cost (measurements.md).
/// </summary>
/// <param name="Words">What the columns stand for.</param>
/// <param name="Rows">One row a text.</param>
internal sealed record Corpus(Vocabulary Words, SparseMatrix Rows)
{
    // A feature of one text only says nothing of the next; the ceiling keeps the model under 40 MB.
    private const int Fewest = 2, MostWords = 250_000;

    /// <summary>Reads all texts.</summary>
    public static Corpus Build(IReadOnlyList<string> texts, int threads, CancellationToken cancellation)
    {
        var documents = new FeatureSet[texts.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, texts.Count, parallel, i => documents[i] = TextTerms.Of(TextAnalyzer.Analyse(texts[i])).ToFeatureSet());
        var words = Vocabulary.Build(documents, Fewest, MostWords);
        var starts = new int[texts.Count + 1];
        var columns = new List<int>();
        var values = new List<float>();
        var row = new List<(int Column, float Value)>();
        for (var i = 0; i < texts.Count; i++)
        {
            words.Weigh(documents[i], row);
            foreach (var (column, value) in row)
            {
                columns.Add(column);
                values.Add(value);
            }
            starts[i + 1] = columns.Count;
        }
        return new Corpus(words, new SparseMatrix(starts, [.. columns], [.. values], words.Count));
    }
}
