using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.SignUp;

/// <summary>A manager signs up: first which component, then who they are, and whether it is the whole of it or some programmes.</summary>
internal sealed class ManagerModel(SchoolingDb db, ISignUp signUp, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "component")]
    public Guid? ComponentId { get; set; }

    [BindProperty]
    public NewAccount Account { get; set; } = new();

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Null in the first step.</summary>
    public View? Chosen { get; private set; }

    public IReadOnlyList<SelectListItem> Components { get; private set; } = [];

    public IReadOnlyList<Choice> Programmes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || Chosen is null) return NotFound();
        var chosen = Programmes.Where(p => Input.Programmes.Contains(p.Id)).ToList();
        if (chosen.Count != Input.Programmes.Distinct().Count()) ModelState.AddModelError("Input.Programmes", text["SignUpProgrammesWrong"]);
        if (!await this.AcceptsAsync(signUp, Account, cancellation)) return Page();
        var wish = chosen.Count == 0
            ? new Wish(StatLevel.Component, [Chosen.Id]).For(Roles.Manager, $"{Chosen.Name} ({Chosen.University})")
            : new Wish(StatLevel.Programme, [.. chosen.Select(p => p.Id)]).For(Roles.Manager, $"{Chosen.Name} : {string.Join(", ", chosen.Select(p => p.Name))}");
        return await this.RequestAsync(signUp, Account, wish, cancellation);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (ComponentId is { } id)
        {
            Chosen = await db.Components.Where(c => c.Id == id).Select(c => new View(c.Id, c.Name, c.University.Name)).FirstOrDefaultAsync(cancellation);
            Programmes = await db.Programmes.AsNoTracking().Where(p => p.ComponentId == id).ByName().Select(p => new Choice(p.Id, p.Name)).ToListAsync(cancellation);
            return Chosen is not null;
        }
        var all = await db.Components.Select(c => new { c.Id, c.Name, University = c.University.Name }).ToListAsync(cancellation);
        var groups = all.Select(c => c.University).Distinct().ToDictionary(name => name, name => new SelectListGroup { Name = name });
        Components =
        [
            .. all.OrderBy(c => c.University, StringComparer.CurrentCultureIgnoreCase).ThenBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase)
                .Select(c => new SelectListItem(c.Name, c.Id.ToString()) { Group = groups[c.University] }),
        ];
        return true;
    }

    internal sealed record Form
    {
        /// <summary>None for the whole component.</summary>
        public Guid[] Programmes { get; init; } = [];
    }

    internal sealed record View(Guid Id, string Name, string University);

    internal sealed record Choice(Guid Id, string Name);
}
