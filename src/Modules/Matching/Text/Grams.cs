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
        return FeatureSet.Count(occurrences);
    }
}
