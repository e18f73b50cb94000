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
    /// <summary>Elements of all tables together: more would weigh on every reader, and few read on.</summary>
    private const int MostElements = 75;

    private static readonly int[] RowsTried = [15, 10, 7, 5, 3, 2, 1];

    public Report Report { get; private set; } = null!;

    public ReportContent Said { get; private set; } = null!;

    /// <summary>All tables, or the one that was asked for.</summary>
    public IReadOnlyList<StatTable> Tables { get; private set; } = [];

    /// <summary>The report, not one table of it.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Rows shown of each table.</summary>
    public int MostRows { get; private set; }

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
            MostRows = Array.Find(RowsTried, rows => Tables.Sum(t => Math.Min(rows, t.Rows.Count) * (t.Columns.Count + 1)) <= MostElements);
            if (MostRows == 0) MostRows = RowsTried[^1];
            return Page();
        }
        if (Said.Tables.FirstOrDefault(t => t.Key == table) is not { } wanted) return NotFound();
        (Tables, MostRows) = ([wanted], wanted.Rows.Count);
        return format switch
        {
            null => Page(),
            "csv" => await TableFiles.CsvAsync(Said.Header, wanted, cancellation),
            "xlsx" => await TableFiles.XlsxAsync(Said.Header, wanted, cancellation),
            _ => NotFound(),
        };
    }
}
