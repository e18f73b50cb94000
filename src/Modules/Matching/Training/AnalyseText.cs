namespace SmartRecruiting.Matching.Training;

/// <summary>Analyses with the model that served last; the domain is "other" before any ranking asked for one.</summary>
internal sealed class AnalyseText(ModelStore models) : ITextAnalysis
{
    public TextFacts Analyse(string text) => models.Latest.Analyse(text);
}
