using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Catalogue;

/// <summary>Changes the page of one programme. Code, slug and component stay: they are what others know it by.</summary>
internal sealed class EditModel(SchoolingDb db, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public ProgrammeSheet Input { get; set; } = new();

    /// <summary>The state that the form was filled from: it must not wipe out what somebody else changed meanwhile.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public View Programme { get; private set; } = null!;

    public IEnumerable<SelectListItem> Levels => ProgrammeSheet.Levels.Select(l => new SelectListItem(l, l));

    public IEnumerable<SelectListItem> AllDomains =>
        Domains.All.Select(d => new SelectListItem(text["Domain." + d], d)).Prepend(new SelectListItem(text["NoDomain"], ""));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } programme) return NotFound();
        var sheet = programme.ToSheet();
        Input = sheet with { Skills = ByLine(sheet.Skills), Jobs = ByLine(sheet.Jobs) };
        Revision = programme.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } programme) return NotFound();
        var problems = new List<SheetProblem>();
        var facts = Input.Read(problems);
        foreach (var problem in problems) ModelState.AddModelError($"Input.{problem.Field}", text[problem.Key, problem.Values]);
        if (Revision != programme.Revision) ModelState.AddModelError("", text["ChangedMeanwhile"]);
        if (!ModelState.IsValid) return Page();
        if (programme.Change(programme.Component, facts)) db.Publish(new ProgrammeChanged(programme.ToSnapshot(), programme.Revision));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", text["ChangedMeanwhile"]);
            return Page();
        }
        this.Say(text["ProgrammeSaved"]);
        return Redirect($"/programmes/{programme.Slug}");
    }

    private async Task<Programme?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var programme = await db.EditableBy(user).Include(p => p.Component.University).FirstOrDefaultAsync(p => p.Id == id, cancellation);
        if (programme is not null) Programme = new View(programme.Code, programme.Name, programme.Slug, programme.Component.Name);
        return programme;
    }

    private static string ByLine(string? list) => (list ?? "").Replace(';', '\n');

    internal sealed record View(string Code, string Name, string Slug, string Component);
}
