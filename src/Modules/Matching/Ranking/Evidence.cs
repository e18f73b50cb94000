namespace SmartRecruiting.Matching.Engine;

/// <summary>What a text says for each programme.</summary>
/// <param name="Terms">Its features.</param>
/// <param name="Cues">For each programme, one behind the other, a value for each <see cref="Cue"/>.</param>
/// <param name="Declines">For each programme how like the text is to those that it was said not to fit, 0 to 1.</param>
/// <param name="KnownWords">Distinct stems that the catalogue or the classifier knows.</param>
/// <param name="CatalogueWords">Distinct stems that some programme's own text has.</param>
internal sealed record Evidence(TextTerms Terms, float[] Cues, float[] Declines, int KnownWords, int CatalogueWords)
{
    // As many distinct known words as a short offer has.
    private const int WholeText = 20;

    /// <summary>
    /// How far the text is a whole offer, 0 to 1. So far count the habits of past offers (how often a programme was asked for):
    /// a few words come from somebody else, who asks for anything as likely as not.
    /// </summary>
    public double Fullness => FullnessOf(KnownWords);

    /// <summary>The same for a number of known words.</summary>
    public static double FullnessOf(int knownWords) => Math.Min(1, Math.Log(1 + knownWords) / Math.Log(1 + WholeText));

    /// <summary>Share of its distinct stems that some programme's own text has.</summary>
    public double KnownShare => CatalogueWords / Math.Max(1.0, Terms.Stems.Length);
}
