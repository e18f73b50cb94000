using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Csv;

namespace SmartRecruiting.Kernel.Lists;

/// <summary>A list as a file to download: all its rows in the order asked for, safe to open in a spreadsheet.</summary>
public static class CsvFile
{
    /// <summary>Rows in a file at the most: what a spreadsheet can hold without trouble.</summary>
    private const int Most = 100_000;

    /// <summary>Makes the file, its headings in the reader's language.</summary>
    public static async Task<FileContentResult> ToCsvAsync<TRow>(
        this IQueryable<TRow> rows, Columns<TRow> columns, ListQuery query, string name, IStringLocalizer text, CancellationToken cancellation)
    {
        var items = await columns.Order(rows, query.Sort).Rows.Take(Most).ToListAsync(cancellation);
        await using var file = new StringWriter(CultureInfo.InvariantCulture);
        await CsvOutput.WriteAsync(
            file,
            [.. columns.All.Select(c => text[c.Key].Value)],
            items.Select(row => columns.All.Select(c => c.Value(row))),
            cancellation);
        // The mark at the start has spreadsheets read the accents right.
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(file.ToString())).ToArray();
        return new FileContentResult(bytes, "text/csv; charset=utf-8") { FileDownloadName = name };
    }
}
