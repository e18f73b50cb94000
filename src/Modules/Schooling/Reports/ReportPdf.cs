using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SkiaSharp;
using SmartRecruiting.Schooling.Dashboard;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>Makes a report a PDF to print: A4, vectors, text that can be selected and searched.</summary>
internal sealed partial class ReportPdf(IWebHostEnvironment site, ILogger<ReportPdf> log)
{
    private const string Regular = "lib/source-sans-3/SourceSans3_400Regular.ttf";
    private const string Bold = "lib/source-sans-3/SourceSans3_600SemiBold.ttf";

    /// <summary>More than twelve pages are not read.</summary>
    private const int MostPages = 12;

    /// <summary>Rows of a table, fewer where the report would be too long.</summary>
    private static readonly int[] RowsTried = [15, 10, 7, 5, 3];

    // A family that was found stays; one that was not is looked for again.
    private (SKTypeface Regular, SKTypeface Bold)? family;

    /// <summary>The file; null, with a line in the log, when the fonts are not there: a PDF without text would be worse than none.</summary>
    public byte[]? Make(ReportContent content, CultureInfo language)
    {
        if (Family() is not { } fonts) return null;
        using var ink = new Ink(fonts.Regular, fonts.Bold);
        using var pages = new ReportPages(ink, content, language);
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

    private (SKTypeface Regular, SKTypeface Bold)? Family()
    {
        if (family is null && Load(Regular) is { } regular && Load(Bold) is { } bold) family = (regular, bold);
        return family;
    }

    private SKTypeface? Load(string path)
    {
        var file = site.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists)
        {
            FontMissing(log, path);
            return null;
        }
        using var bytes = file.CreateReadStream();
        return SKTypeface.FromStream(bytes);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No PDF can be made: the font {Path} is missing under the web root; building the host restores it")]
    private static partial void FontMissing(ILogger logger, string path);
}
