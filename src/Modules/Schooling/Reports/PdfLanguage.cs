using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>
/// Says in which language a PDF is, so that it is read aloud right, and has its title shown. Skia cannot; a PDF may be amended by what is
/// appended to it (ISO 32000-1, 7.5.6): a newer version of its root, and where to find it.
/// </summary>
internal static partial class PdfLanguage
{
    public static byte[] Say(byte[] pdf, string language)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = text.LastIndexOf("trailer", StringComparison.Ordinal);
        if (trailer < 0 || Trailer().Match(text, trailer) is not { Success: true } end) return pdf;
        var root = Root().Match(text, text.LastIndexOf($"\n{end.Groups["root"].Value} 0 obj", StringComparison.Ordinal) + 1);
        if (!root.Success) return pdf;
        var amended = new StringBuilder();
        amended.Append('\n');
        var at = pdf.Length + 1;
        amended.Append(CultureInfo.InvariantCulture, $"{end.Groups["root"].Value} 0 obj\n<<{root.Groups["entries"].Value}\n/Lang ({language})\n/ViewerPreferences <</DisplayDocTitle true>>>>\nendobj\n");
        var table = pdf.Length + amended.Length;
        amended.Append(CultureInfo.InvariantCulture, $"xref\n{end.Groups["root"].Value} 1\n{at:D10} 00000 n \n");
        amended.Append(CultureInfo.InvariantCulture, $"trailer\n<<{end.Groups["entries"].Value}\n/Prev {end.Groups["xref"].Value}>>\nstartxref\n{table}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(amended.ToString())];
    }

    [GeneratedRegex(@"trailer\s*<<(?<entries>.*?/Root (?<root>\d+) 0 R.*?)>>\s*startxref\s*(?<xref>\d+)\s*%%EOF", RegexOptions.Singleline)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"\G\d+ 0 obj\s*<<(?<entries>.*?)>>\s*endobj", RegexOptions.Singleline)]
    private static partial Regex Root();
}
