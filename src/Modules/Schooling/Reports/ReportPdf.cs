using System.Globalization;
using SkiaSharp;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>Makes a report a PDF to print: A4, vectors, text that can be selected and searched.</summary>
internal sealed class ReportPdf(ReportFonts fonts)
{
    /// <summary>More than twelve pages are not read.</summary>
    private const int MostPages = 12;

    /// <summary>Rows of a table, fewer where the report would be too long.</summary>
    private static readonly int[] RowsTried = [15, 10, 7, 5, 3];

    /// <summary>The file; null when the fonts are not there.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="page">The same report as a page, which can be read aloud better: the cover leads there; null for no link.</param>
    /// <param name="language">Of the content.</param>
    public byte[]? Make(ReportContent content, Uri? page, CultureInfo language)
    {
        using var ink = fonts.TryOpen();
        if (ink is null) return null;
        using var pages = new ReportPages(ink, content, page, language);
        foreach (var rows in RowsTried)
        {
            pages.LayOut(rows);
            if (pages.Count <= MostPages) break;
        }
        using var file = new MemoryStream();
        var about = new SKDocumentPdfMetadata
        {
            Title = Text.In(language, "ReportTitle") + " – " + content.Header.Scope,
            Author = content.Header.Scope,
            Subject = content.Header.Period,
            Keywords = content.Header.Snapshot,
            Creator = "SmartRecruiting",
            Creation = content.Header.Counted,
            Modified = content.Header.Counted,
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
        };
        using (var document = SKDocument.CreatePdf(file, about))
        {
            pages.Print(document);
            document.Close();
        }
        return PdfLanguage.Say(file.ToArray(), language.Name);
    }
}
