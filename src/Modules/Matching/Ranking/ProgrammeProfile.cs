namespace SmartRecruiting.Matching.Engine;

/// <summary>A programme's own text as features; kept, so that a changed neighbour does not make it be read again.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Text">What was read.</param>
/// <param name="Words">Word features of all of it.</param>
/// <param name="Grams">Character features of all of it.</param>
/// <param name="Phrases">Distinct stems of its name and of each job.</param>
internal sealed record ProgrammeProfile(Programme Programme, string Text, FeatureSet Words, FeatureSet Grams, IReadOnlyList<ulong[]> Phrases)
{
    /// <summary>Reads a programme, or takes over what was read before when its text is the same.</summary>
    public static ProgrammeProfile Of(Programme programme, ProgrammeProfile? before)
    {
        var text = programme.FullText();
        if (before?.Text == text) return before with { Programme = programme };
        var analysed = TextAnalyzer.Analyse(text);
        var phrases = programme.Jobs.Prepend(programme.Name).Select(phrase => TextTerms.Of(TextAnalyzer.Analyse(phrase)).Stems).Where(stems => stems.Length > 0);
        return new ProgrammeProfile(programme, text, TextTerms.Of(analysed).ToFeatureSet(), Matching.Engine.Grams.Of(analysed), [.. phrases]);
    }
}
