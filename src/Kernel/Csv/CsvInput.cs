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
        if (!text.Contains('\n')) text = text.Replace('\r', '\n');
        var errors = new List<ImportError>();
        var firstLine = text.TrimStart('\r', '\n').Split('\n', 2)[0];
        var delimiter = firstLine.Count(c => c == ';') > firstLine.Count(c => c == ',') ? ";" : ",";
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

    // A quote that is opened and never closed would swallow the rows up to the next quote, or the rest of the file: the line where it
    // opens is the bad one, and reading starts again behind it. What gives it away is a quote without a partner, or a cell over
    // several lines that goes on behind its closing quote.
    private static IEnumerable<(int Line, string[] Cells, bool Unclosed)> Records(string text, string delimiter)
    {
        var misplaced = false;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = _ => misplaced = true,
            // Blank lines are passed over here, where they count.
            IgnoreBlankLines = false,
            DetectColumnCountChanges = false,
        };
        var (start, line) = (0, 1);
        for (var unclosed = true; unclosed;)
        {
            unclosed = false;
            using var parser = new CsvParser(new Rest(text, start), settings);
            while (!unclosed && parser.Read())
            {
                misplaced = false;
                var (raw, cells) = (parser.RawRecord, parser.Record!);
                unclosed = raw.Count(c => c == '"') % 2 != 0 || (misplaced && raw.TrimEnd('\r', '\n').Contains('\n'));
                if (unclosed) yield return (line, [], true);
                else if (raw.Trim('\r', '\n').Length > 0) yield return (line, cells, false);
                line += unclosed ? 1 : raw.Count(c => c == '\n');
                start = unclosed ? EndOfLine(text, start) : start + raw.Length;
            }
        }
    }

    private static int EndOfLine(string text, int start) => text.IndexOf('\n', start) + 1 is > 0 and var next ? next : text.Length;

    // A text from a place on, without a copy of it for each broken line.
    private sealed class Rest(string text, int start) : TextReader
    {
        private int at = start;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = Math.Min(count, text.Length - at);
            text.CopyTo(at, buffer, index, read);
            at += read;
            return read;
        }
    }
}
