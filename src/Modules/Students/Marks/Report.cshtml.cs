using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Marks;

/// <summary>A student reports an open offer to the administrators, once.</summary>
internal sealed class ReportModel(StudentsDb db, MarkOffer marks, IOfferSearch offers, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public const int MostWords = 1000;

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Title { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Reasons { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return NotFound();
        if (Input is { Reason: ReportReason.Other } && string.IsNullOrWhiteSpace(Input.Words)) ModelState.AddModelError("Input.Words", text["ReportWordsMissing"]);
        if (!ModelState.IsValid) return Page();
        var told = new OfferReported(id, Input.Reason!.Value, Input.Words?.Trim() ?? "", clock.GetUtcNow().UtcDateTime);
        var done = await marks.TryRunAsync(id, (mark, now) => { if (mark.TryReport(now)) db.Publish(told); }, cancellation);
        if (!done) return NotFound();
        this.Say(text["ReportSaid"]);
        return Redirect($"/internships/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await offers.FindAsync(id, cancellation) is not { } hit) return false;
        Title = hit.Offer.Title;
        // Something else comes last.
        var reasons = Enum.GetValues<ReportReason>().OrderBy(r => r is ReportReason.Other);
        Reasons = [new SelectListItem(text["SignUpChoose"], ""), .. reasons.Select(r => new SelectListItem(text["Report_" + r], r.ToString()))];
        return true;
    }

    internal sealed record Form
    {
        [Required(ErrorMessage = "ReportReasonMissing")]
        public ReportReason? Reason { get; init; }

        [StringLength(MostWords, ErrorMessage = "TextTooLong")]
        public string? Words { get; init; }
    }
}
