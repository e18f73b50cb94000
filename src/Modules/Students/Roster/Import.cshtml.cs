using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Csv;

namespace SmartRecruiting.Students.Roster;

internal sealed class ImportModel(ImportStudents import, IProgrammes programmes, IAudit audit, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>Some 50,000 students.</summary>
    public const int MostMegabytes = 5;

    /// <summary>Errors shown as a table; the rest follow as plain lines, so that the page stays light.</summary>
    public const int MostShown = 40;

    // Not inside a form record: a browser sends nothing for an empty file field, and the record's error would lose its name.
    [BindProperty, Required(ErrorMessage = "UploadMissing")]
    public IFormFile? Upload { get; set; }

    public ImportReport? Report { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is not { } file || !ModelState.IsValid) return Page();
        if (file.Length > MostMegabytes * 1024 * 1024) return Refuse("UploadTooBig", MostMegabytes);
        await using var stream = file.OpenReadStream();
        using var csv = await CsvInput.OpenAsync(stream, cancellation);
        var content = await csv.ReadToEndAsync(cancellation);
        // A spreadsheet's own format is not text; a zero character tells.
        if (content.Contains('\0', StringComparison.Ordinal)) return Refuse("UploadNotCsv");
        var only = user.Role == Roles.Administrator ? null : await programmes.ManagedByAsync(user.Id, cancellation);
        Report = await import.ImportAsync(new StringReader(content), only, cancellation);
        await audit.WriteAsync(new AuditEntry("roster.imported", "roster", null, $"+{Report.Added} ~{Report.Updated}"), cancellation);
        return Page();
    }

    private PageResult Refuse(string key, params object[] values)
    {
        ModelState.AddModelError(nameof(Upload), text[key, values]);
        return Page();
    }
}
