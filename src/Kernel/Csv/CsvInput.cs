using System.Text;

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
        var delimiter = firstLine.Count(c => c == ';') > firstLine.Count(c => c == ',') ? ';' : ',';
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
    // opens is the bad one, and reading starts again behind it. A reader of well-formed files cannot do that, so this is one of our own.
    private static IEnumerable<(int Line, string[] Cells, bool Unclosed)> Records(string text, char delimiter)
    {
        var hopeless = 0;
        for (var (start, line) = (0, 1); start < text.Length;)
        {
            var (cells, end) = Record(text, start, delimiter, hopeless);
            if (cells is null)
            {
                yield return (line++, [], true);
                hopeless = end;
                start = text.IndexOf('\n', start) + 1 is > 0 and var next ? next : text.Length;
                continue;
            }
            var raw = text.AsSpan(start, end - start);
            var (blank, lines) = (raw.Trim("\r\n").IsEmpty, raw.Count('\n'));
            if (!blank) yield return (line, cells, false);
            line += lines;
            start = end;
        }
    }

    /// <summary>One record as RFC 4180 has it, and where it ends; no cells when a quote in it has no partner.</summary>
    /// <param name="text">The file.</param>
    /// <param name="at">Where the record begins.</param>
    /// <param name="delimiter">Comma or semicolon.</param>
    /// <param name="hopeless">
    /// How far an earlier record was read in vain. A quote open at the end of a line before that fails again, whatever came before it;
    /// so no part of a file is read more than twice, however many of its quotes are wrong.
    /// </param>
    private static (string[]? Cells, int End) Record(string text, int at, char delimiter, int hopeless)
    {
        var cells = new List<string>();
        for (; ; at++)
        {
            var quoted = at < text.Length && text[at] == '"' ? new StringBuilder() : null;
            if (quoted is not null)
            {
                for (at++; ; at++)
                {
                    if (at >= text.Length) return (null, at);
                    if (text[at] == '\n' && at < hopeless) return (null, hopeless);
                    if (text[at] == '"' && (++at >= text.Length || text[at] != '"')) break;
                    quoted.Append(text[at]);
                }
            }
            var rest = text.AsSpan(at);
            var outside = rest[..(rest.IndexOfAny(delimiter, '\n') is >= 0 and var found ? found : rest.Length)];
            at += outside.Length;
            if (quoted is null ? outside.Count('"') % 2 != 0 : !outside.IsWhiteSpace()) return (null, at);
            cells.Add(quoted?.ToString() ?? outside.TrimEnd('\r').ToString());
            if (at >= text.Length || text[at] == '\n') return ([.. cells], Math.Min(at + 1, text.Length));
        }
    }
}
