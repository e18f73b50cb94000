using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SkiaSharp;
using SmartRecruiting.Schooling.Dashboard;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>Makes the chart of a table a picture for the report's page: the same drawing as in the PDF.</summary>
internal sealed partial class ReportSvg(ReportFonts fonts)
{
    /// <summary>Of the drawing; the page shows it larger, so that its letters are as large as the page's own.</summary>
    private const int Width = 491;

    private const double Enlarged = 1.5;

    /// <summary>As many as the PDF shows.</summary>
    private const int MostRows = 15;

    /// <summary>As it is shown; null when the table has no chart.</summary>
    public static (int Width, int Height)? SizeOf(StatTable table) =>
        HeightOf(table) is > 0 and var height ? ((int)(Width * Enlarged), (int)(height * Enlarged)) : null;

    /// <summary>The file; null when the table has no chart, or the fonts to measure with are not there.</summary>
    public byte[]? Make(StatTable table, CultureInfo language)
    {
        var area = SKRect.Create(Width, HeightOf(table));
        using var ink = area.Height > 0 ? fonts.TryOpen() : null;
        if (ink is null) return null;
        using var file = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(area, file))
        {
            ink.Fill(canvas, area, Ink.Paper);
            new ReportChart(ink, language).Draw(canvas, area, table, MostRows);
        }
        var drawn = Letters().Replace(Encoding.UTF8.GetString(file.ToArray()), Flow);
        // What gives it a size of its own and lets it be shown in another.
        var sized = string.Create(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {area.Width} {area.Height}\"");
        return Encoding.UTF8.GetBytes(drawn.Replace("<svg", sized, StringComparison.Ordinal));
    }

    private static int HeightOf(StatTable table) => (int)MathF.Ceiling(ReportChart.HeightOf(table, MostRows));

    // Skia puts each letter in its place, for a family that the reader's browser lacks: its own takes the same room instead.
    private static string Flow(Match text)
    {
        var places = text.Groups["x"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(x => float.Parse(x, CultureInfo.InvariantCulture)).ToList();
        var length = places.Count < 2 ? null : string.Create(
            CultureInfo.InvariantCulture, $" textLength=\"{(places[^1] - places[0]) * places.Count / (places.Count - 1):0.##}\" lengthAdjust=\"spacingAndGlyphs\"");
        return string.Create(CultureInfo.InvariantCulture, $"font-family=\"system-ui, sans-serif\" x=\"{places[0]:0.##}\"{length} y=\"{text.Groups["y"].Value}\"");
    }

    [GeneratedRegex("font-family=\"[^\"]*\" x=\"(?<x>[^\"]+)\" y=\"(?<y>[-0-9.]+)[^\"]*\"")]
    private static partial Regex Letters();
}
