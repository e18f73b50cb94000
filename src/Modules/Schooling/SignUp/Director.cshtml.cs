using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.SignUp;

/// <summary>A director signs up and names the university; where there is one only, it is that one.</summary>
internal sealed class DirectorModel(SchoolingDb db, ISignUp signUp, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public NewAccount Account { get; set; } = new();

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Universities { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var wanted = Universities is [var only] ? only : Universities.FirstOrDefault(u => u.Value.Length > 0 && u.Value == Input.University?.ToString());
        if (wanted is null) ModelState.AddModelError("Input.University", text["SignUpUniversityMissing"]);
        if (!await this.AcceptsAsync(signUp, Account, cancellation)) return Page();
        var wish = new Wish(StatLevel.University, [Guid.Parse(wanted!.Value)]).For(Roles.Director, wanted.Text);
        return await this.RequestAsync(signUp, Account, wish, cancellation);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var all = await db.Universities.Select(u => new { u.Id, u.Name }).ToListAsync(cancellation);
        Universities = [.. all.OrderBy(u => u.Name, StringComparer.CurrentCultureIgnoreCase).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
        if (all.Count > 1) Universities = [new SelectListItem(text["SignUpChoose"], ""), .. Universities];
    }

    internal sealed record Form
    {
        public Guid? University { get; init; }
    }
}
