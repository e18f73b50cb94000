using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Matching.Data;

namespace SmartRecruiting.Matching.Skills;

/// <summary>Adds, corrects or hides one skill, or goes back to what is built in.</summary>
internal sealed class EditModel(MatchingDb db, ChangeLexicon change, LexiconStore lexicons, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>Stands in the address for a skill that is not there yet.</summary>
    public const string NewId = "new";

    [BindProperty]
    public SkillSheet Input { get; set; } = new();

    /// <summary>The state that the form was filled from: it must not wipe out what somebody else changed meanwhile.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>Null for a new skill.</summary>
    public string? SkillName { get; private set; }

    public Correction? Correction { get; private set; }

    public bool IsBuiltIn { get; private set; }

    public IEnumerable<SelectListItem> Families => LexiconStore.Families.Select(f => new SelectListItem(text["Family_" + f], f)).OrderBy(f => f.Text, StringComparer.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (id == NewId) return Page();
        if (await change.FindAsync(id, cancellation) is not { } found) return NotFound();
        Show(found);
        Input = SkillSheet.Of(found.Entry, found.Correction?.IsHidden ?? false);
        Revision = found.Correction?.Revision ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (id != NewId)
        {
            if (await change.FindAsync(id, cancellation) is not { } found) return NotFound();
            Show(found);
            if (Revision != (found.Correction?.Revision ?? 0)) ModelState.AddModelError("", text["SkillChangedMeanwhile"]);
        }
        if (!ModelState.IsValid) return Page();
        lexicons.Touch();
        var (problems, _, _) = await change.TakeAsync(id == NewId ? null : id, Input, await lexicons.CurrentAsync(cancellation), cancellation);
        foreach (var problem in problems) ModelState.AddModelError($"Input.{problem.Field}", text[problem.Key, problem.Values]);
        return ModelState.IsValid && await SavedAsync("SkillSaved", cancellation) ? Redirect("/skills") : Page();
    }

    public async Task<IActionResult> OnPostRestoreAsync(string id, CancellationToken cancellation)
    {
        if (await change.FindAsync(id, cancellation) is not { Correction: { } correction } found) return NotFound();
        Show(found);
        db.Remove(correction);
        return await SavedAsync(IsBuiltIn ? "SkillRestored" : "SkillRemoved", cancellation) ? Redirect("/skills") : Page();
    }

    private async Task<bool> SavedAsync(string said, CancellationToken cancellation)
    {
        try
        {
            await change.SaveAsync(cancellation);
        }
        // Somebody changed it, or added one of the same name, at the same moment.
        catch (DbUpdateException)
        {
            ModelState.AddModelError("", text["SkillChangedMeanwhile"]);
            return false;
        }
        this.Say(text[said]);
        return true;
    }

    private void Show((Engine.SkillEntry Entry, Correction? Correction) found)
    {
        (SkillName, Correction) = (found.Entry.French, found.Correction);
        IsBuiltIn = LexiconStore.BuiltIn.Entries.Any(e => e.Id == found.Entry.Id);
    }
}
