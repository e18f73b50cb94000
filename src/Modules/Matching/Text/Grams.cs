using System.Runtime.InteropServices;

namespace SmartRecruiting.Matching.Engine;

/// <summary>Character features: runs of 3 to 5 characters inside words, the blanks at a word's ends counted in.</summary>
internal static class Grams
{
    private const int Shortest = 3, Longest = 5;
    private const uint Kind = 1;

    [ThreadStatic] private static List<ulong>? buffer;

    /// <summary>Those of all words of a text that are no stop words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="passed">For each token whether it is passed over, too; null for none.</param>
    public static FeatureSet Of(AnalysedText text, bool[]? passed = null)
    {
        List(text, passed);
        return FeatureSet.Count(buffer!);
    }

    /// <summary>The same as a TF-IDF row over a vocabulary, without the sorting of all that it does not know.</summary>
    /// <param name="text">The text.</param>
    /// <param name="passed">For each token whether it is passed over, too; null for none.</param>
    /// <param name="vocabulary">What is known.</param>
    /// <param name="counts">One a column, all zero; all zero again afterwards.</param>
    /// <param name="row">Receives (column, value), columns ascending, of unit length.</param>
    public static void Weigh(AnalysedText text, bool[] passed, Vocabulary vocabulary, int[] counts, List<(int Column, float Value)> row)
    {
        List(text, passed);
        // The keys make room for the columns: there are never more of them.
        var keys = CollectionsMarshal.AsSpan(buffer!);
        var distinct = 0;
        foreach (var key in keys)
        {
            var column = vocabulary.Find(key);
            if (column >= 0 && counts[column]++ == 0) keys[distinct++] = (ulong)column;
        }
        keys[..distinct].Sort();
        vocabulary.Weigh(keys[..distinct], counts, row);
    }

    private static void List(AnalysedText text, bool[]? passed)
    {
        var occurrences = buffer ??= [];
        occurrences.Clear();
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var token = text.Tokens[i];
            if (token.IsStop || passed?[i] == true) continue;
            var word = text.Folded.AsSpan(token.FoldedStart - 1, token.FoldedLength + 2);
            for (var length = Shortest; length <= Math.Min(Longest, word.Length); length++)
            {
                for (var start = 0; start + length <= word.Length; start++) occurrences.Add(FeatureHash.Of(word.Slice(start, length), Kind));
            }
        }
    }
}
