using System.Runtime.InteropServices;

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

    // « Lyon » is written small by some; « Master » is no name, though often written large.
    private const int MostlyCapital = 2;

    /// <summary>Reads all texts; a word that stands nearly always with a capital inside sentences is a name, unless the catalogue has it.</summary>
    public static Corpus Build(IReadOnlyList<string> texts, Catalogue catalogue, int threads, CancellationToken cancellation)
    {
        var documents = new FeatureSet[texts.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var names = NamesOf(texts, parallel);
        Parallel.For(0, texts.Count, parallel, i =>
        {
            var text = TextAnalyzer.Analyse(texts[i]);
            documents[i] = TextTerms.Of(text, Senders.Find(text, stem => catalogue.Knows(stem) || !names.Contains(stem))).ToFeatureSet();
        });
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

    private static HashSet<ulong> NamesOf(IReadOnlyList<string> texts, ParallelOptions parallel)
    {
        var all = new Dictionary<ulong, (int Names, int Words)>();
        Parallel.For(0, texts.Count, parallel, () => new Dictionary<ulong, (int Names, int Words)>(), (i, _, own) =>
        {
            var text = TextAnalyzer.Analyse(texts[i]);
            foreach (var token in text.Tokens)
            {
                if (token.IsStop) continue;
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(own, token.Stem, out var _);
                if (Senders.IsNameLike(text, token)) count.Names++;
                else count.Words++;
            }
            return own;
        }, own =>
        {
            lock (all)
            {
                foreach (var (stem, (name, word)) in own)
                {
                    ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(all, stem, out var _);
                    (count.Names, count.Words) = (count.Names + name, count.Words + word);
                }
            }
        });
        return [.. all.Where(c => c.Value.Names > MostlyCapital * c.Value.Words).Select(c => c.Key)];
    }
}
