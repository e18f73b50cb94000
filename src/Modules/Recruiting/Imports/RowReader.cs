using System.Globalization;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Csv;

namespace SmartRecruiting.Recruiting.Imports;

/// <summary>Reads one row cell by cell and notes each cell that is wrong; a row with such a cell is left out as a whole.</summary>
internal sealed class RowReader(CsvRow row, IStringLocalizer<Text> text, List<ImportError> errors)
{
    private readonly int before = errors.Count;

    public bool IsGood => errors.Count == before;

    public void Refuse(string column, string key, params object[] values) => errors.Add(new ImportError(row.Line, column, text[key, values]));

    public string Needed(string column, int least, int most, bool oneLine = true)
    {
        var cell = oneLine ? OneLine(row[column]) : row[column].ReplaceLineEndings("\n");
        if (cell.Length == 0) Refuse(column, "CellMissing");
        else if (cell.Length < least || cell.Length > most) Refuse(column, "CellLength", cell.Length, least, most);
        return cell;
    }

    /// <summary>Null for an empty cell.</summary>
    public string? Optional(string column, int most)
    {
        var cell = OneLine(row[column]);
        if (cell.Length > most) Refuse(column, "CellLength", cell.Length, 0, most);
        return cell.Length == 0 ? null : cell;
    }

    public string? Email(string column, int most)
    {
        if (Optional(column, most)?.ToLowerInvariant() is not { } cell) return null;
        if (!System.Net.Mail.MailAddress.TryCreate(cell, out var mail) || mail.Address != cell) Refuse(column, "CellEmail", cell);
        return cell;
    }

    /// <summary>One of an enum's names, whatever its case; the given value for an empty cell.</summary>
    public T OneOf<T>(string column, T empty) where T : struct, Enum => OneOf(column, Enum.GetValues<T>(), empty);

    public T OneOf<T>(string column, IReadOnlyCollection<T> allowed, T? empty) where T : struct, Enum
    {
        if (row[column].Length == 0 && empty is { } value) return value;
        foreach (var one in allowed)
        {
            if (one.ToString().Equals(row[column], StringComparison.OrdinalIgnoreCase)) return one;
        }
        Refuse(column, "CellChoice", row[column], string.Join(", ", allowed.Select(a => a.ToString().ToLowerInvariant())));
        return default;
    }

    public bool YesNo(string column)
    {
        switch (row[column].ToLowerInvariant())
        {
            case "yes" or "oui" or "true" or "1": return true;
            case "" or "no" or "non" or "false" or "0": return false;
        }
        Refuse(column, "CellChoice", row[column], "yes, no");
        return false;
    }

    public DateOnly? Day(string column)
    {
        if (row[column].Length == 0) return null;
        if (DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Refuse(column, "CellDate", row[column]);
        return null;
    }

    public int? Number(string column, int least, int most)
    {
        if (row[column].Length == 0) return null;
        if (int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Refuse(column, "CellNumber", row[column], least, most);
        return null;
    }

    /// <summary>A number with a decimal point, two places at the most.</summary>
    public decimal? Amount(string column, decimal least, decimal most)
    {
        if (row[column].Length == 0) return null;
        if (decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && decimal.Round(number, 2) == number) return number;
        Refuse(column, "CellNumber", row[column], least, most);
        return null;
    }

    private static string OneLine(string cell) => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
