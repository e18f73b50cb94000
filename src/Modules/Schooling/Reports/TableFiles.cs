using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using SmartRecruiting.Kernel.Csv;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Dashboard;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>A table of figures as a file. A cell is the number that the page shows, or its words; never a formula.</summary>
internal static class TableFiles
{
    private const int LongestName = 100;
    private const double LabelWidth = 42;
    private const double NumberWidth = 18;

    /// <summary>Headings, then the rows: nothing else, so that programs read it as it is.</summary>
    public static async Task<FileContentResult> CsvAsync(StatHeader header, StatTable table, CancellationToken cancellation)
    {
        await using var file = new StringWriter(CultureInfo.InvariantCulture);
        await CsvOutput.WriteAsync(
            file,
            [.. table.Columns.Select(c => c.Name)],
            table.Rows.Select(row => row.Cells.Select(cell => cell.Value is { } value ? value : (object)cell.Text)),
            cancellation);
        // The mark at the start has spreadsheets read the accents right.
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())];
        return new FileContentResult(bytes, "text/csv; charset=utf-8") { FileDownloadName = Name(header, table, "csv") };
    }

    /// <summary>The table on one sheet, and on another what it counts, of when and for whom.</summary>
    public static async Task<FileContentResult> XlsxAsync(StatHeader header, StatTable table, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancellation))
        {
            var bold = book.AddStyle(new Style { Font = { Bold = true } });
            StyleId?[] formats = [.. table.Columns.Select(column => FormatOf(column.Format) is { } format ? book.AddStyle(new Style { Format = format }) : null)];

            await book.StartWorksheetAsync(Text.Get("FileFigures"), Sheet(table.Columns.Count, frozenRows: 1), cancellation);
            await book.AddRowAsync([.. table.Columns.Select(column => new Cell(column.Name, bold))], cancellation);
            foreach (var row in table.Rows)
            {
                await book.AddRowAsync(
                    [.. row.Cells.Select((cell, i) => cell.Value is { } value ? new Cell(value, formats[i]) : new Cell(cell.Text))], cancellation);
            }

            await book.StartWorksheetAsync(Text.Get("FileAbout"), Sheet(columns: 2, frozenRows: null), cancellation);
            foreach (var (label, value) in About(header, table))
            {
                await book.AddRowAsync([new Cell(label, bold), new Cell(value)], cancellation);
            }
            await book.FinishAsync(cancellation);
        }
        return new FileContentResult(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        {
            FileDownloadName = Name(header, table, "xlsx"),
        };
    }

    private static IEnumerable<(string Label, string Value)> About(StatHeader header, StatTable table) =>
    [
        (Text.Get("StatTitle"), table.Title),
        (Text.Get("StatFinding"), table.Finding),
        (Text.Get("StatDefinition"), table.Definition),
        (Text.Get("StatScope"), header.Scope),
        (Text.Get("StatPeriod"), header.Period),
        (Text.Get("StatCompared"), header.Compared),
        (Text.Get("StatCounted"), Text.In(CultureInfo.CurrentUICulture, "StatTime", header.Counted)),
        (Text.Get("StatSnapshot"), header.Snapshot),
    ];

    private static WorksheetOptions Sheet(int columns, int? frozenRows)
    {
        var sheet = new WorksheetOptions { FrozenRows = frozenRows };
        for (var column = 1; column <= columns; column++) sheet.Column(column).Width = column == 1 ? LabelWidth : NumberWidth;
        return sheet;
    }

    private static NumberFormat? FormatOf(StatFormat format) => format switch
    {
        StatFormat.Count => NumberFormat.Standard(StandardNumberFormat.ThousandsSeparator),
        StatFormat.Share => NumberFormat.Custom("0.0%"),
        StatFormat.Movement => NumberFormat.Custom("+0.0%;-0.0%;0%"),
        StatFormat.Days => NumberFormat.Custom("0.0"),
        _ => null,
    };

    private static string Name(StatHeader header, StatTable table, string kind)
    {
        var name = Fold.Slug($"{table.Title} {header.Scope}");
        if (name.Length > LongestName) name = name[..LongestName].TrimEnd('-');
        return string.Create(CultureInfo.InvariantCulture, $"{name}-{header.Counted:yyyy-MM-dd}.{kind}");
    }
}
