namespace SmartRecruiting.Matching.Engine;

/// <summary>A word that stands out in a text.</summary>
/// <param name="Term">As it stands there first.</param>
/// <param name="Weight">TF-IDF.</param>
internal sealed record Keyword(string Term, double Weight);

/// <summary>Words that stand out by TF-IDF, for what no lexicon knows.</summary>
internal static class Keywords
{
    /// <summary>The words of highest weight, those of found skills left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="skills">Skills found there.</param>
    /// <param name="idf">Inverse document frequency of a stem; 0 for one that is not known (a name, a slip), which is left out.</param>
    /// <param name="most">Most words to give.</param>
    public static IReadOnlyList<Keyword> Of(AnalysedText text, IReadOnlyList<SkillMatch> skills, Func<ulong, float> idf, int most)
    {
        var counts = new Dictionary<ulong, (int Count, int First)>();
        var skipped = new bool[text.Tokens.Length];
        foreach (var skill in skills) skipped.AsSpan(skill.FirstToken, skill.Tokens).Fill(true);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var token = text.Tokens[i];
            if (skipped[i] || token.IsStop || token.FoldedLength < 3) continue;
            counts[token.Stem] = counts.TryGetValue(token.Stem, out var seen) ? (seen.Count + 1, seen.First) : (1, i);
        }
        return [.. counts.Select(c => (c.Value.First, Weight: (1 + Math.Log(c.Value.Count)) * idf(c.Key)))
            .Where(c => c.Weight > 0).OrderByDescending(c => c.Weight).ThenBy(c => c.First).Take(most)
            .Select(c => new Keyword(text.SurfaceOf(text.Tokens[c.First]).ToString(), c.Weight))];
    }
}
