namespace SmartRecruiting.Matching.Engine;

/// <summary>Texts to train on, as TF-IDF rows: a block of words and, where wanted, a block of characters, each of unit length.</summary>
/// <param name="Words">Columns 0 to Words.Count.</param>
/// <param name="Grams">The columns behind them; null without characters.</param>
/// <param name="Rows">One row a text.</param>
internal sealed record Corpus(Vocabulary Words, Vocabulary? Grams, SparseMatrix Rows)
{
    // A feature of one text only says nothing of the next; the ceilings keep the model under 40 MB.
    private const int Fewest = 2, MostWords = 250_000, MostGrams = 150_000;

    /// <summary>Reads all texts.</summary>
    public static Corpus Build(IReadOnlyList<string> texts, bool withGrams, int threads, CancellationToken cancellation)
    {
        var words = new FeatureSet[texts.Count];
        var grams = withGrams ? new FeatureSet[texts.Count] : null;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, texts.Count, parallel, i =>
        {
            var analysed = TextAnalyzer.Analyse(texts[i]);
            words[i] = TextTerms.Of(analysed).ToFeatureSet();
            if (grams is not null) grams[i] = Matching.Engine.Grams.Of(analysed);
        });
        var wordVocabulary = Vocabulary.Build(words, Fewest, MostWords);
        var gramVocabulary = grams is null ? null : Vocabulary.Build(grams, Fewest, MostGrams);
        var starts = new int[texts.Count + 1];
        var columns = new List<int>();
        var values = new List<float>();
        var row = new List<(int Column, float Value)>();
        for (var i = 0; i < texts.Count; i++)
        {
            wordVocabulary.Weigh(words[i], row);
            Append(0);
            if (gramVocabulary is not null)
            {
                gramVocabulary.Weigh(grams![i], row);
                Append(wordVocabulary.Count);
            }
            starts[i + 1] = columns.Count;
        }
        return new Corpus(wordVocabulary, gramVocabulary, new SparseMatrix(starts, [.. columns], [.. values], wordVocabulary.Count + (gramVocabulary?.Count ?? 0)));

        void Append(int shift)
        {
            foreach (var (column, value) in row)
            {
                columns.Add(column + shift);
                values.Add(value);
            }
        }
    }
}
