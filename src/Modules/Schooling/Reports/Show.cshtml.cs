using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>A kept report as a page, in the reader's language; each of its tables as a file.</summary>
internal sealed class ShowModel(SchoolingDb db) : PageModel
{
    public Report Report { get; private set; } = null!;

    public ReportContent Said { get; private set; } = null!;

    /// <param name="table">The key of the table wanted as a file; null for the page.</param>
    /// <param name="format">Of the file: csv or xlsx.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string? table, string? format, CancellationToken cancellation)
    {
        if (await db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } report) return NotFound();
        Report = report;
        Said = report.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        if (format is null) return Page();
        if (Said.Tables.FirstOrDefault(t => t.Key == table) is not { } wanted) return NotFound();
        return format switch
        {
            "csv" => await TableFiles.CsvAsync(Said.Header, wanted, cancellation),
            "xlsx" => await TableFiles.XlsxAsync(Said.Header, wanted, cancellation),
            _ => NotFound(),
        };
    }
}
