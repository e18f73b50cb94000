using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Dashboard;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>All that a report says, in one language: what its page and its PDF both show.</summary>
internal sealed record ReportContent(
    StatHeader Header, IReadOnlyList<KeyFigure> KeyFigures, IReadOnlyList<string> Findings, IReadOnlyList<StatTable> Tables)
{
    // Names, not numbers: a kept report still reads the same after a kind of chart was put in between.
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The language that an address names; null when it names none that there is.</summary>
    public static CultureInfo? Language(string? name) => name switch
    {
        "fr" => Cultures.French,
        "en" => Cultures.English,
        _ => null,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static ReportContent FromJson(string json) => JsonSerializer.Deserialize<ReportContent>(json, Options)!;
}
