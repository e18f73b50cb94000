namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// The features that a model knows: key → column, and each column's smoothed inverse document frequency, ln((1+N)/(1+df))+1.
/// Columns are ordered by falling frequency (then by key), so that what is used most lies together in memory.
/// </summary>
internal sealed class Vocabulary
{
    private readonly ulong[] keys;
    private readonly int[] slots;
    private readonly ulong mask;

    /// <summary>From keys and idfs in the order of the columns.</summary>
    public Vocabulary(ulong[] keys, float[] idf)
    {
        this.keys = keys;
        Idf = idf;
        var size = 16;
        while (size < keys.Length * 2) size *= 2;
        mask = (ulong)size - 1;
        slots = new int[size];
        for (var column = 0; column < keys.Length; column++)
        {
            var at = keys[column] & mask;
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = column + 1;
        }
    }

    /// <summary>Number of columns.</summary>
    public int Count => keys.Length;

    /// <summary>Inverse document frequency of each column.</summary>
    public float[] Idf { get; }

    /// <summary>Key of each column.</summary>
    public ReadOnlySpan<ulong> Keys => keys;

    /// <summary>The column of a key; -1 when unknown.</summary>
    public int Find(ulong key)
    {
        for (var at = key & mask; slots[at] != 0; at = (at + 1) & mask)
        {
            if (keys[slots[at] - 1] == key) return slots[at] - 1;
        }
        return -1;
    }

    /// <summary>From documents: features of at least <paramref name="fewest"/> documents, the <paramref name="most"/> most frequent.</summary>
    public static Vocabulary Build(IReadOnlyList<FeatureSet> documents, int fewest, int most)
    {
        var frequencies = new Dictionary<ulong, int>();
        foreach (var document in documents)
        {
            foreach (var key in document.Keys)
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(frequencies, key, out _)++;
            }
        }
        var kept = frequencies.Where(f => f.Value >= fewest).OrderByDescending(f => f.Value).ThenBy(f => f.Key).Take(most).ToArray();
        return new Vocabulary(
            [.. kept.Select(f => f.Key)],
            [.. kept.Select(f => MathF.Log((1f + documents.Count) / (1f + f.Value)) + 1)]);
    }

    /// <summary>TF-IDF row of a document: (1 + ln tf) · idf, columns ascending, unit length; empty when nothing is known.</summary>
    /// <param name="document">Counted features.</param>
    /// <param name="row">Receives (column, value).</param>
    public void Weigh(FeatureSet document, List<(int Column, float Value)> row)
    {
        row.Clear();
        var square = 0f;
        for (var i = 0; i < document.Keys.Length; i++)
        {
            var column = Find(document.Keys[i]);
            if (column < 0) continue;
            var value = TextTerm.Frequency(document.Counts[i]) * Idf[column];
            square += value * value;
            row.Add((column, value));
        }
        row.Sort(static (a, b) => a.Column.CompareTo(b.Column));
        ScaleToUnit(row, square);
    }

    /// <summary>The same for counts of columns.</summary>
    /// <param name="columns">Ascending.</param>
    /// <param name="counts">One a column; set back to zero.</param>
    /// <param name="row">Receives (column, value).</param>
    public void Weigh(ReadOnlySpan<ulong> columns, int[] counts, List<(int Column, float Value)> row)
    {
        row.Clear();
        var square = 0f;
        foreach (int column in columns)
        {
            var value = TextTerm.Frequency(counts[column]) * Idf[column];
            square += value * value;
            row.Add((column, value));
            counts[column] = 0;
        }
        ScaleToUnit(row, square);
    }

    private static void ScaleToUnit(List<(int Column, float Value)> row, float square)
    {
        var scale = square > 0 ? 1 / MathF.Sqrt(square) : 0;
        for (var i = 0; i < row.Count; i++) row[i] = (row[i].Column, row[i].Value * scale);
    }
}
