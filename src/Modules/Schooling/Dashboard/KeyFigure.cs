namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>One number that stands for itself.</summary>
/// <param name="Movement">Against the year before, in words; null when it has none.</param>
internal sealed record KeyFigure(string Label, string Value, string? Movement);
