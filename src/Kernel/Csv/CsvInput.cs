using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SmartRecruiting.Kernel.Csv;

/// <summary>One row of a CSV file, by the names of its columns.</summary>
public sealed class CsvRow(int line, IReadOnlyDictionary<string, int> head, string[] cells)
{
    /// <summary>Where the row begins, as an editor counts; the header is line 1.</summary>
    public int Line => line;

    /// <summary>The cell, trimmed; empty when the file has no such column. The quote that an export puts before a formula is gone.</summary>
    public string this[string column]
    {
        get
        {
            if (!head.TryGetValue(column, out var index)) return "";
            var cell = cells[index].Trim();
            return cell.Length > 1 && cell[0] == '\'' && CsvOutput.FormulaStarts.Contains(cell[1]) ? cell[1..] : cell;
        }
    }

    /// <summary>The cell as a list, its items separated by ";".</summary>
    public IReadOnlyList<string> List(string column) =>
        this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What stands in a file: its good rows, and what is wrong with the others.</summary>
public sealed record CsvContent(IReadOnlyList<CsvRow> Rows, IReadOnlyList<ImportError> Errors);

/// <summary>
/// Reads CSV as people send it: comma or semicolon, UTF-8 or the encoding of a French spreadsheet. A broken row is named and
/// passed over; it never takes its neighbours with it.
/// </summary>
public static class CsvInput
{
    static CsvInput() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A reader over an uploaded file: UTF-8 when it is that, Windows-1252 otherwise.</summary>
    public static async Task<TextReader> OpenAsync(Stream file, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancellation);
        var bytes = copy.ToArray();
        try
        {
            return new StringReader(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return new StringReader(Encoding.GetEncoding(1252).GetString(bytes));
        }
    }

    /// <summary>Reads the whole file; a missing column is the one error, of line 1, then.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="needed">Columns that must be there; others are taken when present.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<CsvContent> ReadAsync(TextReader csv, IReadOnlyList<string> needed, CancellationToken cancellation)
    {
        var text = (await csv.ReadToEndAsync(cancellation)).TrimStart('\uFEFF');
        var errors = new List<ImportError>();
        var firstLine = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var delimiter = firstLine.Count(';') > firstLine.Count(',') ? ";" : ",";
        Dictionary<string, int>? head = null;
        var rows = new List<CsvRow>();
        foreach (var (line, cells, unclosed) in Records(text, delimiter))
        {
            if (head is null)
            {
                head = cells.Select((name, index) => (name: name.Trim(), index)).Where(c => c.name.Length > 0)
                    .GroupBy(c => c.name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().index, StringComparer.OrdinalIgnoreCase);
                var missing = needed.Where(column => !head.ContainsKey(column)).ToList();
                if (missing.Count == 0) continue;
                errors.AddRange(missing.Select(column => new ImportError(1, column, KernelText.Get("CsvColumnMissing", column))));
                return new CsvContent([], errors);
            }
            if (unclosed) errors.Add(new ImportError(line, "", KernelText.Get("CsvQuoteNotClosed")));
            else if (cells.Length < head.Values.Max() + 1) errors.Add(new ImportError(line, "", KernelText.Get("CsvTooFewCells", cells.Length, head.Count)));
            else rows.Add(new CsvRow(line, head, cells));
        }
        if (head is null) errors.Add(new ImportError(1, "", KernelText.Get("CsvEmpty")));
        return new CsvContent(rows, errors);
    }

    // A quote that is opened and never closed would swallow the rest of the file: the line where it opens is the bad one, and
    // reading starts again behind it.
    private static IEnumerable<(int Line, string[] Cells, bool Unclosed)> Records(string text, string delimiter)
    {
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = null,
            IgnoreBlankLines = true,
            DetectColumnCountChanges = false,
        };
        for (var (start, firstLine) = (0, 1); start < text.Length;)
        {
            using var parser = new CsvParser(new StringReader(text[start..]), settings);
            var (next, linesBefore) = (-1, 0);
            while (parser.Read())
            {
                var raw = parser.RawRecord;
                var skipped = LeadingLines(raw);
                var line = firstLine + linesBefore + skipped;
                var at = start + (int)(parser.CharCount - raw.Length);
                linesBefore += raw.Count('\n');
                if (raw.Count('"') % 2 == 0)
                {
                    yield return (line, parser.Record!, false);
                    continue;
                }
                yield return (line, [], true);
                for (var passed = 0; passed <= skipped; passed++) at = text.IndexOf('\n', at) + 1 is > 0 and var after ? after : text.Length;
                (next, firstLine) = (at, line + 1);
                break;
            }
            if (next < 0) yield break;
            start = next;
        }
    }

    private static int LeadingLines(string raw) => raw.TakeWhile(c => c is '\r' or '\n').Count(c => c == '\n');
}
