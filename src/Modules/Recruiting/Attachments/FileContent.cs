using System.IO.Compression;

namespace SmartRecruiting.Recruiting.Attachments;

/// <summary>Says what a file is by what is in it; its name and its sender's word count for nothing.</summary>
internal static class FileContent
{
    // Where readers of PDF look for its head and its end.
    private const int PdfEdge = 1024;

    // A DOCX of 3 MB has some hundred entries; what unpacks to more than this is made to hurt.
    private const int MostEntries = 2000;
    private const long MostUnpacked = 100L * 1024 * 1024;

    /// <summary>Null for anything but a PDF or a DOCX without macros.</summary>
    public static AttachmentKind? KindOf(byte[] content) => IsPdf(content) ? AttachmentKind.Pdf : IsDocx(content) ? AttachmentKind.Docx : null;

    private static bool IsPdf(ReadOnlySpan<byte> content) =>
        content[..Math.Min(content.Length, PdfEdge)].IndexOf("%PDF-"u8) >= 0
        && content[Math.Max(0, content.Length - PdfEdge)..].IndexOf("%%EOF"u8) >= 0;

    private static bool IsDocx(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK\x03\x04"u8)) return false;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false));
            if (zip.Entries.Count > MostEntries || zip.Entries.Sum(e => e.Length) > MostUnpacked) return false;
            var names = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return names.Contains("[Content_Types].xml") && names.Contains("word/document.xml")
                && !names.Any(name => name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("vbaData", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
