using System.Globalization;
using CsvHelper;

namespace SmartRecruiting.Kernel.Csv;

/// <summary>Writes CSV: UTF-8, comma, header, dates as ISO 8601, and no cell that a spreadsheet would run as a formula.</summary>
public static class CsvOutput
{
    /// <summary>What a spreadsheet takes for the start of a formula.</summary>
    internal const string FormulaStarts = "=+-@\t\r";

    /// <summary>Writes the head, then the rows, each with as many cells.</summary>
    public static async Task WriteAsync(
        TextWriter output, IReadOnlyList<string> head, IEnumerable<IEnumerable<object?>> rows, CancellationToken cancellation)
    {
        await using var csv = new CsvWriter(output, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var name in head) csv.WriteField(Safe(name));
        await csv.NextRecordAsync();
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var cell in row) csv.WriteField(Cell(cell));
            await csv.NextRecordAsync();
        }
    }

    // Numbers and dates are ours and cannot be a formula; texts are the users'.
    private static string Cell(object? cell) => cell switch
    {
        null => "",
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => Safe(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable<string> list => Safe(string.Join(';', list)),
        _ => Safe(cell.ToString() ?? ""),
    };

    private static string Safe(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;
}
