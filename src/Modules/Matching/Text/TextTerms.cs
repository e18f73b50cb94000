namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// A word feature of a text, by places in <see cref="TextTerms.Stems"/>: a stem (Second is -1), a pair of stems, or a stem of the title
/// (Second is First).
/// </summary>
internal readonly record struct TextTerm(ulong Key, int Count, int First, int Second)
{
    /// <summary>What a count weighs: 1 + ln n.</summary>
    public static float Frequency(int count) => count == 1 ? 1 : 1 + MathF.Log(count);
}

/// <summary>
/// The word features of a text: its distinct stems, its pairs of stems that follow each other when stop words are passed over,
/// and once more the stems of its first words, which are the title of an offer and the name of a programme. Keeps which stem makes which feature, so that a stem can be taken out again to explain a score.
/// </summary>
internal sealed class TextTerms
{
    /// <summary>So many first words are taken for the title.</summary>
    public const int TitleWords = 8;

    // Keeps a stem of the title apart from the same stem elsewhere.
    private const ulong TitleKey = 0x7469746c65;

    // Reused from text to text: dictionaries that grow are most of what reading a text costs in memory.
    [ThreadStatic] private static (Dictionary<ulong, int> Places, List<int> Counts, Dictionary<(int First, int Second), int> Pairs, List<int> Title)? buffers;

    private TextTerms(AnalysedText text, ulong[] stems, int[] stemOfToken, TextTerm[] terms)
    {
        Text = text;
        Stems = stems;
        StemOfToken = stemOfToken;
        Terms = terms;
    }

    /// <summary>What the features come from.</summary>
    public AnalysedText Text { get; }

    /// <summary>Distinct stems in the order in which they first stand in the text.</summary>
    public ulong[] Stems { get; }

    /// <summary>For each token its place in <see cref="Stems"/>; -1 for one that is passed over.</summary>
    public int[] StemOfToken { get; }

    /// <summary>Stems first, then pairs, then the title; each once.</summary>
    public TextTerm[] Terms { get; }

    /// <summary>The features of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="passed">For each token whether it is passed over like a stop word; null for none.</param>
    public static TextTerms Of(AnalysedText text, bool[]? passed = null)
    {
        var (places, counts, pairs, title) = buffers ??= ([], [], [], []);
        places.Clear();
        counts.Clear();
        pairs.Clear();
        title.Clear();
        var stemOfToken = new int[text.Tokens.Length];
        var before = -1;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].IsStop || passed?[i] == true)
            {
                stemOfToken[i] = -1;
                continue;
            }
            if (!places.TryGetValue(text.Tokens[i].Stem, out var place))
            {
                places.Add(text.Tokens[i].Stem, place = counts.Count);
                counts.Add(0);
            }
            counts[place]++;
            if (title.Count < TitleWords && !title.Contains(place)) title.Add(place);
            stemOfToken[i] = place;
            if (before >= 0) pairs[(before, place)] = pairs.GetValueOrDefault((before, place)) + 1;
            before = place;
        }
        var stems = new ulong[places.Count];
        foreach (var (stem, place) in places) stems[place] = stem;
        var terms = new TextTerm[stems.Length + pairs.Count + title.Count];
        for (var i = 0; i < stems.Length; i++) terms[i] = new TextTerm(stems[i], counts[i], i, -1);
        var at = stems.Length;
        foreach (var ((first, second), count) in pairs) terms[at++] = new TextTerm(FeatureHash.Pair(stems[first], stems[second]), count, first, second);
        foreach (var place in title) terms[at++] = new TextTerm(FeatureHash.Pair(TitleKey, stems[place]), 1, place, place);
        return new TextTerms(text, stems, stemOfToken, terms);
    }

    /// <summary>The same features as a set to train on.</summary>
    public FeatureSet ToFeatureSet()
    {
        var sorted = (TextTerm[])Terms.Clone();
        Array.Sort(sorted, static (a, b) => a.Key.CompareTo(b.Key));
        return new FeatureSet([.. sorted.Select(t => t.Key)], [.. sorted.Select(t => (ushort)Math.Min(t.Count, ushort.MaxValue))]);
    }
}
