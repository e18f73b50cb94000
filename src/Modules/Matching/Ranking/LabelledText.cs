namespace SmartRecruiting.Matching.Engine;

/// <summary>A text and the codes of the programmes (or labels) that it was found to fit, or not to fit.</summary>
/// <param name="Text">An offer, its title first.</param>
/// <param name="Labels">Codes.</param>
/// <param name="Negative">True when somebody said that these programmes do not fit; nothing is known of the others then.</param>
internal sealed record LabelledText(string Text, IReadOnlyList<string> Labels, bool Negative = false);
