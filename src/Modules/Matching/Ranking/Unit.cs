namespace SmartRecruiting.Matching.Engine;

/// <summary>Words of a text that are taken out together to see what they cause; no two units share a stem.</summary>
/// <param name="Stems">Places in <see cref="TextTerms.Stems"/>.</param>
/// <param name="Start">Offset of the first of them in the text.</param>
/// <param name="Length">Characters to show.</param>
/// <param name="IsSkill">A skill of the lexicon.</param>
internal sealed record Unit(IReadOnlyList<int> Stems, int Start, int Length, bool IsSkill);
