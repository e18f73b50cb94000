namespace SmartRecruiting.Matching.Evaluation;

/// <summary>What to measure.</summary>
/// <param name="Programmes">Catalogue (code, name…); null for plain labels.</param>
/// <param name="Train">Labelled texts to learn from.</param>
/// <param name="Test">Labelled texts to rank.</param>
/// <param name="Json">Where to write the figures; null for nowhere.</param>
/// <param name="Deletion">Whether to measure what the causes are worth, which ranks each text twenty times more.</param>
/// <param name="Seed">Of the training.</param>
internal sealed record EvaluateOptions(string? Programmes, string Train, string Test, string? Json = null, bool Deletion = false, int Seed = 1);
