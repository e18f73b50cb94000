using System.Reflection;

namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Offers of trades that universities hardly teach, to learn what a text looks like that belongs to no programme (outlier exposure:
/// Hendrycks, Mazeika, Dietterich 2019). A trade whose name stands in the catalogue is no stranger there.
/// </summary>
internal static class Strangers
{
    private const string Resource = "SmartRecruiting.Matching.Ranking.strangers.txt";

    private static readonly Lazy<AnalysedText[]> All = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(TextAnalyzer.Analyse)];
    });

    /// <summary>The texts that belong nowhere in a catalogue; none when it has no text.</summary>
    public static IEnumerable<AnalysedText> To(Catalogue catalogue) =>
        catalogue.Words.Count == 0 ? [] : All.Value.Where(text => catalogue.Words.Find(text.Tokens.First(t => !t.IsStop).Stem) < 0);
}
