using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Csv;

namespace SmartRecruiting.Schooling.Catalogue;

/// <summary>Takes a catalogue in from a file, and shows what came of each row.</summary>
internal sealed class ImportModel(ImportProgrammes import, IAudit audit, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>A thousand programmes with long descriptions are 2 MB.</summary>
    private const int MostMegabytes = 10;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public ImportReport? Report { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is null || Upload.Length == 0) ModelState.AddModelError(nameof(Upload), text["FileMissing"]);
        else if (Upload.Length > MostMegabytes * 1024L * 1024) ModelState.AddModelError(nameof(Upload), text["FileTooBig", MostMegabytes]);
        if (!ModelState.IsValid) return Page();
        await using var file = Upload!.OpenReadStream();
        using var csv = await CsvInput.OpenAsync(file, cancellation);
        Report = await import.ImportAsync(csv, cancellation);
        await audit.WriteAsync(new AuditEntry("catalogue.imported", "catalogue", null, $"+{Report.Added} ~{Report.Updated}"), cancellation);
        return Page();
    }
}
