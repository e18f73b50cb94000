using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Evaluation;

/// <summary>
/// Reads the files of matching.md, "Files". A few broken rows of texts are passed over and counted; any other fault is an
/// <see cref="EvaluationException"/> that names file and line.
/// </summary>
internal static class LabelledCsv
{
    // One row in so many may be broken.
    private const int MostBroken = 20;

    private static readonly string[] NameColumns = ["company", "city", "contact_name"];

    /// <summary>programmes.csv: code and name are needed.</summary>
    public static IReadOnlyList<Programme> Programmes(string path)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. Rows(path, ["code", "name"]).Select(row =>
            {
                var code = Needed(path, row, "code");
                if (!seen.TryAdd(code, row.Line)) throw new EvaluationException($"{path}, line {row.Line}: the code {code} stands on line {seen[code]} already.");
                int[] years = [.. List(row, "years").Select(y => int.TryParse(y, CultureInfo.InvariantCulture, out var year) ? year : -1).Where(y => y >= 0)];
                return new Programme(
                    code, Needed(path, row, "name"), Cell(row, "component"), Cell(row, "level"), Cell(row, "description"), List(row, "skills"), List(row, "jobs"), years, List(row, "rome_codes"));
            }),
        ];
    }

    /// <summary>
    /// offers.csv: text and the label column are needed; a title goes before its text. Names in the columns company, city and contact_name
    /// are hidden in it, as the product does.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="label">programme or domain; null to take the one that the file has, programme first.</param>
    /// <exception cref="EvaluationException">Also when more than one row in twenty is broken: then it is the file that is.</exception>
    public static (IReadOnlyList<LabelledText> Texts, string Label, int Skipped) Texts(string path, string? label)
    {
        var texts = new List<LabelledText>();
        var (skipped, firstFault) = (0, (string?)null);
        void Skip(string fault)
        {
            skipped++;
            firstFault ??= fault;
        }
        foreach (var row in Rows(path, ["text"], head => label ??= head.Contains("programme") ? "programme" : "domain", () => label!, Skip))
        {
            var (text, title) = (Cell(row, "text"), Cell(row, "title"));
            string[] labels = label == "programme" ? List(row, label) : [Cell(row, label!)];
            if (text.Length == 0) Skip($"{path}, line {row.Line}: the column text is empty.");
            else if (labels.Length == 0 || labels[0].Length == 0) Skip($"{path}, line {row.Line}: the column {label} is empty.");
            else texts.Add(new LabelledText(KnownNames.Hide(title.Length == 0 ? text : $"{title} . {text}", NameColumns.Select(name => Cell(row, name))), labels));
        }
        return skipped * MostBroken > texts.Count + skipped ? throw new EvaluationException(firstFault!) : (texts, label ?? "programme", skipped);
    }

    private static IEnumerable<(int Line, Dictionary<string, string> Cells)> Rows(string path, string[] needed, Action<ICollection<string>>? headRead = null, Func<string>? alsoNeeded = null,
        Action<string>? broken = null)
    {
        if (!File.Exists(path)) throw new EvaluationException($"{path}: there is no such file.");
        var bad = 0;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = args => bad = args.Context.Parser?.RawRow ?? 1, MissingFieldFound = null };
        using var file = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var reader = new CsvReader(file, settings);
        if (!Read(path, reader) || !reader.ReadHeader()) throw new EvaluationException($"{path}, line 1: the file is empty.");
        var head = (reader.HeaderRecord ?? []).Select(h => h.Trim()).ToArray();
        headRead?.Invoke(head);
        if (needed.Concat(alsoNeeded is null ? [] : [alsoNeeded()]).FirstOrDefault(n => !head.Contains(n)) is { } missing)
            throw new EvaluationException($"{path}, line 1: the column {missing} is missing.");
        while (Read(path, reader))
        {
            // RawRow counts the lines read; a record of several lines ends there, so its first line is that many lines back.
            var line = reader.Parser.RawRow - (reader.Parser.RawRecord.TrimEnd('\r', '\n').Count(c => c == '\n'));
            // Reading a cell is what finds a bad one.
            var cells = new Dictionary<string, string>();
            for (var i = 0; i < head.Length; i++) cells[head[i]] = reader.GetField(i)?.Trim() ?? "";
            if (bad > 0)
            {
                var fault = $"{path}, line {line}: a quote stands where none can be.";
                if (broken is null) throw new EvaluationException(fault);
                broken(fault);
                bad = 0;
                continue;
            }
            yield return (line, cells);
        }
    }

    private static bool Read(string path, CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception exception) when (exception is DecoderFallbackException or CsvHelperException or IOException)
        {
            throw new EvaluationException($"{path}, line {reader.Parser.RawRow + 1}: cannot be read as CSV in UTF-8 ({exception.Message.Split('\n')[0].Trim()}).", exception);
        }
    }

    private static string Needed(string path, (int Line, Dictionary<string, string> Cells) row, string column) =>
        Cell(row, column) is { Length: > 0 } cell ? cell : throw new EvaluationException($"{path}, line {row.Line}: the column {column} is empty.");

    private static string Cell((int Line, Dictionary<string, string> Cells) row, string column) => row.Cells.GetValueOrDefault(column, "");

    private static string[] List((int Line, Dictionary<string, string> Cells) row, string column) =>
        Cell(row, column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
