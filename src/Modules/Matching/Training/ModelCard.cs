using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Matching.Training;

/// <summary>What is told of a model: the data it learnt from, and how well it ranked texts that it had not seen.</summary>
/// <param name="Sources">Labels by where they came from.</param>
/// <param name="Against">Labels that say "not this programme".</param>
/// <param name="WithoutExample">Programmes that no label names.</param>
/// <param name="Figures">On the held-out texts; null when there is none.</param>
/// <param name="ComparedWith">The version that served; null for none.</param>
/// <param name="Other">Its figures on the same texts.</param>
internal sealed record ModelCard(
    IReadOnlyDictionary<LabelSource, int> Sources, int Against, int WithoutExample, HeldOutFigures? Figures, int? ComparedWith, HeldOutFigures? Other);

/// <summary>How well held-out texts were ranked; see <see cref="Figures"/> for each measure.</summary>
internal sealed record HeldOutFigures(
    Quality All, Quality Zero, Quality Rare, Quality Rest, double Ece, double StrongCoverage, double? StrongPrecision, double NoMatch);
