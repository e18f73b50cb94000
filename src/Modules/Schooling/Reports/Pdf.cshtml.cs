using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>A kept report to print; the latest one where the address names none.</summary>
internal sealed class PdfModel(SchoolingDb db, ICurrentUser user, ReportPdf pdf, IConfiguration configuration, IStringLocalizer<Text> text) : PageModel
{
    /// <param name="lang">fr or en; the reader's language when it is neither.</param>
    public async Task<IActionResult> OnGetAsync(Guid? id, string? lang, CancellationToken cancellation)
    {
        var reports = db.ReportsOf(user).AsNoTracking();
        var report = id is null
            ? await reports.OrderByDescending(r => r.MadeAt).ThenByDescending(r => r.Id).FirstOrDefaultAsync(cancellation)
            : await reports.FirstOrDefaultAsync(r => r.Id == id, cancellation);
        if (report is null) return NotFound();
        var language = ReportContent.Language(lang) ?? CultureInfo.CurrentUICulture;
        // The site's own address, never the one that a request claims.
        var page = Uri.TryCreate(configuration["Site:Address"], UriKind.Absolute, out var site) ? new Uri(site, $"/direction/report/{report.Id}") : null;
        if (pdf.Make(report.In(language.TwoLetterISOLanguageName), page, language) is not { } file)
        {
            this.Say(text["ReportPdfFailed"]);
            return RedirectToPage("Show", new { report.Id });
        }
        var name = string.Create(CultureInfo.InvariantCulture, $"{Fold.Slug($"{Text.In(language, "ReportFile")} {report.University} {report.Year}")}-{report.MadeAt:yyyy-MM-dd}.pdf");
        return File(file, "application/pdf", name);
    }
}
