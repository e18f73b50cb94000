using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>Declines a transmission with a reason, which the recruiter reads; "not our programme" is a lesson for the model too.</summary>
internal sealed class DeclineModel(SchoolingDb db, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public View Item { get; private set; } = null!;

    /// <summary>Most useful first: what is no code comes last.</summary>
    public static IEnumerable<DeclineReason> Codes => Enum.GetValues<DeclineReason>().OrderBy(code => code is DeclineReason.Other);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var now = clock.GetUtcNow().UtcDateTime;
        var (code, reason) = (Input.Code!.Value, Input.Reason!.ReplaceLineEndings("\n").Trim());
        var said = "TooLate";
        var found = await db.ActAsync(
            id,
            user,
            async item =>
            {
                var wasNew = item.State is InboxState.New;
                if (await db.ClosedAsync(item.OfferId, cancellation) is not null || !item.TryDecline(code, reason, now)) return;
                db.PublishRead(item, wasNew, now);
                db.Publish(new TransmissionDeclined(id, code, reason, now));
                if (code is DeclineReason.NotOurProgramme) db.PublishJudged(item, fits: false, user, now);
                said = "DeclineSaid";
            },
            cancellation);
        if (!found) return NotFound();
        this.Say(text[said]);
        return RedirectToPage("Item", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var item = await db.InboxOf(user.Id).Where(i => i.Id == id)
            .Select(i => new { i.Title, i.Company, Programme = i.Programme.Name }).FirstOrDefaultAsync(cancellation);
        if (item is null) return false;
        Item = new View(id, item.Title, item.Company, item.Programme);
        return true;
    }

    internal sealed record Form
    {
        [Required(ErrorMessage = "CodeMissing")]
        public DeclineReason? Code { get; init; }

        [Required(ErrorMessage = "ReasonMissing"), StringLength(InboxItem.LongestReason, ErrorMessage = "ReasonLength")]
        public string? Reason { get; init; }
    }

    internal sealed record View(Guid Id, string Title, string Company, string Programme);
}
