using System.Runtime.InteropServices;

namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Texts to train on, as TF-IDF rows of unit length. Characters inside words bring a classifier nothing measurable beside
/// retrieval, which has them, at ten times the cost; so they are read for plain labels only, which no text of their own describes.
/// </summary>
/// <param name="Words">What the first columns stand for.</param>
/// <param name="Grams">What the others stand for; null where words are enough.</param>
/// <param name="Rows">One row a text.</param>
internal sealed record Corpus(Vocabulary Words, Vocabulary? Grams, SparseMatrix Rows)
{
    // A feature of one text only says nothing of the next; the ceiling keeps the model under 40 MB.
    private const int Fewest = 2, MostWords = 250_000, MostGrams = 100_000;

    /// <summary>Weight of characters beside words, chosen on splits of training parts.</summary>
    public const float GramScale = 0.75f;

    // « Lyon » is written small by some; « Master » is no name, though often written large.
    private const int MostlyCapital = 2;

    /// <summary>Reads all texts; a word that stands nearly always with a capital inside sentences is a name, unless the catalogue has it.</summary>
    public static Corpus Build(IReadOnlyList<string> texts, Catalogue catalogue, int threads, CancellationToken cancellation)
    {
        var documents = new FeatureSet[texts.Count];
        var grams = catalogue.Words.Count == 0 ? new FeatureSet[texts.Count] : null;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var names = NamesOf(texts, parallel);
        Parallel.For(0, texts.Count, parallel, i =>
        {
            var text = TextAnalyzer.Analyse(texts[i]);
            var passed = Senders.Find(text, stem => catalogue.Knows(stem) || !names.Contains(stem));
            documents[i] = TextTerms.Of(text, passed).ToFeatureSet();
            if (grams is not null) grams[i] = Engine.Grams.Of(text, passed);
        });
        var words = Vocabulary.Build(documents, Fewest, MostWords);
        var characters = grams is null ? null : Vocabulary.Build(grams, Fewest, MostGrams);
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
            if (characters is not null)
            {
                characters.Weigh(grams![i], row);
                foreach (var (column, value) in row)
                {
                    columns.Add(words.Count + column);
                    values.Add(value * GramScale);
                }
            }
            starts[i + 1] = columns.Count;
        }
        return new Corpus(words, characters, new SparseMatrix(starts, [.. columns], [.. values], words.Count + (characters?.Count ?? 0)));
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
