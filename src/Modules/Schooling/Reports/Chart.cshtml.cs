using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>The chart of one table of a kept report, as a picture.</summary>
internal sealed class ChartModel(SchoolingDb db, ICurrentUser user, ReportSvg svg) : PageModel
{
    /// <param name="lang">Of the words in it, since a picture is kept by its address.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string table, string? lang, CancellationToken cancellation)
    {
        if (await db.ReportsOf(user).AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } report) return NotFound();
        var language = ReportContent.Language(lang) ?? CultureInfo.CurrentUICulture;
        var wanted = report.In(language.TwoLetterISOLanguageName).Tables.FirstOrDefault(t => t.Key == table);
        return wanted is not null && svg.Make(wanted, language) is { } picture ? File(picture, "image/svg+xml") : NotFound();
    }
}
