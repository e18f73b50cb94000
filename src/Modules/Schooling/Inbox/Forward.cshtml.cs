using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>Forwards a transmission to a group of students: first a preview of how many, then the act, for exactly what was shown.</summary>
internal sealed class ForwardModel(SchoolingDb db, IRoster roster, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public View Item { get; private set; } = null!;

    /// <summary>Every student of the programme, by year.</summary>
    public RosterCount Whole { get; private set; } = null!;

    /// <summary>The group that would be reached; null before a preview.</summary>
    public RosterCount? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return NotFound();
        Input = new Form { Years = [.. Item.Years] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return NotFound();
        if (IsRight()) await ShowPreviewAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return NotFound();
        var group = Forward.GroupOf(Input.Years);
        if (Item.ForwardedTo.Contains(group)) return Done(id, "AlreadyForwarded");
        if (!IsRight()) return Page();
        await ShowPreviewAsync(cancellation);
        // Another number than the one that was shown: the roster changed meanwhile.
        if (!ModelState.IsValid || Preview!.Receiving != Input.Shown) return Page();

        var now = clock.GetUtcNow().UtcDateTime;
        var said = "AlreadyForwarded";
        var found = await db.ActAsync(
            id,
            user,
            async item =>
            {
                if (await db.Forwards.AnyAsync(f => f.TransmissionId == id && f.Group == group, cancellation)) return;
                var (wasNew, wasForwarded) = (item.State is InboxState.New, item.State is InboxState.Forwarded);
                if (await db.ClosedAsync(item.OfferId, cancellation) is not null || !item.TryForward(now))
                {
                    said = "TooLate";
                    return;
                }
                var note = string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.ReplaceLineEndings("\n").Trim();
                var forward = new Forward(id, group, note, user.Id, user.Name, now);
                db.Add(forward);
                db.PublishRead(item, wasNew, now);
                // Who sends it to their students says that it fits; a second group says nothing new.
                if (!wasForwarded) db.PublishJudged(item, fits: true, user, now);
                db.Publish(new ForwardRequested(forward.Id, id, item.ProgrammeId, item.Programme.Name, forward.Years, note, item.Offer, user.Id));
                said = "ForwardSaid";
            },
            cancellation);
        return found ? Done(id, said) : NotFound();
    }

    private RedirectToPageResult Done(Guid id, string said)
    {
        this.Say(text[said]);
        return RedirectToPage("Item", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var item = await db.InboxOf(user.Id).AsNoTracking()
            .Where(i => i.Id == id)
            .Select(i => new { i.Title, i.ProgrammeId, Programme = i.Programme.Name, i.Programme.Years, i.OfferId, i.State })
            .FirstOrDefaultAsync(cancellation);
        if (item is null) return false;
        var open = item.State is not InboxState.Declined && await db.ClosedAsync(item.OfferId, cancellation) is null;
        var groups = await db.Forwards.Where(f => f.TransmissionId == id).Select(f => f.Group).ToListAsync(cancellation);
        Item = new View(id, item.Title, item.ProgrammeId, item.Programme, item.Years, open, groups);
        Whole = await roster.CountAsync(item.ProgrammeId, [], cancellation);
        return true;
    }

    private bool IsRight()
    {
        if (!Item.IsOpen) ModelState.AddModelError("", text["TooLate"]);
        if (Item.Years.Count > 0 && Input.Years.Length == 0) ModelState.AddModelError("Input.Years", text["YearsMissing"]);
        if (Input.Years.Except(Item.Years).Any()) ModelState.AddModelError("Input.Years", text["YearsForeign"]);
        return ModelState.IsValid;
    }

    private async Task ShowPreviewAsync(CancellationToken cancellation)
    {
        Preview = await roster.CountAsync(Item.ProgrammeId, Input.Years, cancellation);
        if (Preview.Receiving == 0) ModelState.AddModelError("Input.Years", text["NobodyThere"]);
    }

    internal sealed record Form
    {
        public int[] Years { get; init; } = [];

        [StringLength(Forward.LongestNote, ErrorMessage = "NoteLength")]
        public string? Note { get; init; }

        /// <summary>How many students the preview told.</summary>
        public int? Shown { get; init; }
    }

    internal sealed record View(
        Guid Id, string Title, Guid ProgrammeId, string Programme, IReadOnlyList<int> Years, bool IsOpen, IReadOnlyList<string> ForwardedTo);
}
