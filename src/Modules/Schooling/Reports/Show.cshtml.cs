using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>A kept report as a page, in the reader's language; each of its tables whole, or as a file.</summary>
internal sealed class ShowModel(SchoolingDb db, ICurrentUser user) : PageModel
{
    /// <summary>Rows of a table that no chart shows; on the page of the report more would weigh on every reader, and few read on.</summary>
    private const int FewRows = 10;

    public Report Report { get; private set; } = null!;

    public ReportContent Said { get; private set; } = null!;

    /// <summary>All tables, or the one that was asked for.</summary>
    public IReadOnlyList<StatTable> Tables { get; private set; } = [];

    /// <summary>The report, not one table of it.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The rows shown of a table: all of the one asked for; in the report, a chart shows them, and they stand one click away.</summary>
    public IReadOnlyList<StatRow> RowsOf(StatTable table) => !IsWhole ? table.Rows : ReportSvg.SizeOf(table) is null ? [.. table.Rows.Take(FewRows)] : [];

    /// <param name="table">The key of the one table wanted; null for the report.</param>
    /// <param name="format">Of a file with that table: csv or xlsx; null for a page.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string? table, string? format, CancellationToken cancellation)
    {
        if (await db.ReportsOf(user).AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } report) return NotFound();
        Report = report;
        Said = report.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        if (table is null && format is null)
        {
            IsWhole = true;
            Tables = Said.Tables;
            return Page();
        }
        if (Said.Tables.FirstOrDefault(t => t.Key == table) is not { } wanted) return NotFound();
        Tables = [wanted];
        return format switch
        {
            null => Page(),
            "csv" => await TableFiles.CsvAsync(Said.Header, wanted, cancellation),
            "xlsx" => await TableFiles.XlsxAsync(Said.Header, wanted, cancellation),
            _ => NotFound(),
        };
    }
}
