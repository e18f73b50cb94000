using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Students.Marks;

/// <summary>Takes what a student notes of an offer, from whatever page shows it, and leads back there.</summary>
internal sealed class MarkModel(MarkOffer marks, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>The page to return to, under this site.</summary>
    [FromQuery(Name = "back")]
    public string? Back { get; set; }

    public IActionResult OnGet(Guid id) => Redirect($"/internships/{id}");

    public Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken cancellation) => NoteAsync(id, (mark, now) => mark.Save(now), "SaidSaved", cancellation);

    public Task<IActionResult> OnPostUnsaveAsync(Guid id, CancellationToken cancellation) => NoteAsync(id, (mark, _) => mark.Unsave(), "SaidUnsaved", cancellation);

    public Task<IActionResult> OnPostHideAsync(Guid id, CancellationToken cancellation) => NoteAsync(id, (mark, now) => mark.Hide(now), "SaidHidden", cancellation);

    public Task<IActionResult> OnPostUnhideAsync(Guid id, CancellationToken cancellation) => NoteAsync(id, (mark, _) => mark.Unhide(), "SaidUnhidden", cancellation);

    public Task<IActionResult> OnPostApplyAsync(Guid id, CancellationToken cancellation) => NoteAsync(id, (mark, now) => mark.Apply(now), "SaidApplied", cancellation);

    public Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellation) => NoteAsync(id, (mark, _) => mark.TakeBack(), "SaidNotApplied", cancellation);

    private async Task<IActionResult> NoteAsync(Guid id, Action<OfferMark, DateTime> change, string said, CancellationToken cancellation)
    {
        if (!await marks.TryRunAsync(id, change, cancellation)) return NotFound();
        this.Say(text[said]);
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back : $"/internships/{id}");
    }
}
