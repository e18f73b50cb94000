using System.Numerics;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Topics;

/// <summary>The words that topics are made of: words of trades that neither nearly all texts have nor nearly none.</summary>
internal sealed class TopicWords
{
    private const int Most = 4_000;
    private const int Fewest = 5;
    private const double MostOften = 0.3;
    private const int Shortest = 3;

    private readonly Dictionary<ulong, int> columns = [];
    private readonly string[] surfaces;
    private readonly int[] frequencies;

    private TopicWords(IReadOnlyList<ulong> stems, string[] surfaces, int[] frequencies)
    {
        for (var column = 0; column < stems.Count; column++) columns.Add(stems[column], column);
        (this.surfaces, this.frequencies) = (surfaces, frequencies);
    }

    public int Count => surfaces.Length;

    /// <summary>A word as most texts write it.</summary>
    public string Surface(int column) => surfaces[column];

    /// <summary>Texts that have it.</summary>
    public int Frequency(int column) => frequencies[column];

    /// <summary>The words of some texts.</summary>
    /// <param name="texts">What topics are learnt from.</param>
    /// <param name="trades">
    /// Stems that name a know-how. Without them the most coherent topics are courtesies and benefits: « madame, monsieur » always stand together.
    /// </param>
    public static TopicWords Of(IReadOnlyList<string> texts, IReadOnlySet<ulong> trades)
    {
        var seen = new Dictionary<ulong, (int Texts, Dictionary<string, int> Surfaces)>();
        var inText = new HashSet<ulong>();
        foreach (var text in texts)
        {
            inText.Clear();
            var analysed = TextAnalyzer.Analyse(text);
            foreach (var token in analysed.Tokens.Where(IsWord))
            {
                if (!trades.Contains(token.Stem) || !inText.Add(token.Stem)) continue;
                var (count, surfaces) = seen.GetValueOrDefault(token.Stem, (0, []));
                var surface = analysed.SurfaceOf(token).ToString().ToLowerInvariant();
                surfaces[surface] = surfaces.GetValueOrDefault(surface) + 1;
                seen[token.Stem] = (count + 1, surfaces);
            }
        }
        var kept = seen.Where(s => s.Value.Texts >= Fewest && s.Value.Texts <= texts.Count * MostOften)
            .OrderByDescending(s => s.Value.Texts).ThenBy(s => s.Key).Take(Most).ToList();
        return new TopicWords(
            kept.ConvertAll(s => s.Key),
            [.. kept.Select(s => s.Value.Surfaces.OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal).First().Key)],
            [.. kept.Select(s => s.Value.Texts)]);
    }

    /// <summary>How often each known word stands in a text: columns, ascending, and their counts.</summary>
    public (int[] Columns, float[] Counts) In(string text)
    {
        var counts = new SortedDictionary<int, float>();
        foreach (var token in TextAnalyzer.Analyse(text).Tokens.Where(IsWord))
        {
            if (columns.TryGetValue(token.Stem, out var column)) counts[column] = counts.GetValueOrDefault(column) + 1;
        }
        return ([.. counts.Keys], [.. counts.Values]);
    }

    /// <summary>
    /// Coherence of a topic: the mean over pairs of its first words of normalised pointwise mutual information in texts (Bouma 2009;
    /// Röder and others 2015), −1 never together to 1 always.
    /// </summary>
    public static double Coherence(IReadOnlyList<int> words, IReadOnlyDictionary<int, ulong[]> textsOf, int texts)
    {
        var (sum, pairs) = (0.0, 0);
        for (var i = 0; i < words.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (one, other) = (textsOf[words[i]], textsOf[words[j]]);
                var (together, alone, alone2) = (0, 0, 0);
                for (var at = 0; at < one.Length; at++)
                {
                    together += BitOperations.PopCount(one[at] & other[at]);
                    alone += BitOperations.PopCount(one[at]);
                    alone2 += BitOperations.PopCount(other[at]);
                }
                pairs++;
                if (together == 0) sum -= 1;
                else if (together < texts) sum += Math.Log((double)together * texts / ((double)alone * alone2)) / -Math.Log((double)together / texts);
            }
        }
        return pairs == 0 ? -1 : sum / pairs;
    }

    private static bool IsWord(Token token) => !token.IsStop && token.FoldedLength >= Shortest;
}
