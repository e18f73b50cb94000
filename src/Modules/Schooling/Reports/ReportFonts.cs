using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SkiaSharp;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>The family that reports are written in; it is restored with the browser's files and lies with them.</summary>
internal sealed partial class ReportFonts(IWebHostEnvironment site, ILogger<ReportFonts> log)
{
    private const string Regular = "lib/source-sans-3/SourceSans3_400Regular.ttf";
    private const string Bold = "lib/source-sans-3/SourceSans3_600SemiBold.ttf";

    // A family that was found stays; one that was not is looked for again.
    private volatile Family? found;

    /// <summary>To write with; null, with a line in the log, when the family is not there: a report without text would be worse than none.</summary>
    public Ink? TryOpen()
    {
        if (found is null && Load(Regular) is { } regular && Load(Bold) is { } bold) found = new Family(regular, bold);
        return found is { } family ? new Ink(family.Regular, family.Bold) : null;
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

    [LoggerMessage(Level = LogLevel.Error, Message = "No report can be drawn: the font {Path} is missing under the web root; building the host restores it")]
    private static partial void FontMissing(ILogger logger, string path);

    private sealed record Family(SKTypeface Regular, SKTypeface Bold);
}
