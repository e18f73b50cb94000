using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace SmartRecruiting.Students.SignUp;

/// <summary>A student signs up. Whether a roster has the address is never told here: only its owner learns it, by the mail.</summary>
internal sealed class StudentModel(ISignUp signUp, IProgrammes programmes, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>More programmes than this are no choice: better words are.</summary>
    private const int MostChoices = 40;

    /// <summary>Words of the programme's name.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty]
    public NewAccount Account { get; set; } = new();

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public bool HasSearched => !string.IsNullOrWhiteSpace(Words);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var programme = Input.Programme is { } id ? (await programmes.FindAsync([id], cancellation)).SingleOrDefault() : null;
        if (programme is null && Input.Programme is not null) ModelState.AddModelError("Input.Programme", text["SignUpProgrammeWrong"]);
        Refuse(await signUp.CheckAsync(Account, cancellation));
        if (!ModelState.IsValid) return Page();
        var wish = new AccountWish(Roles.Student, programme?.Name ?? "", JsonSerializer.Serialize(new StudentWish(programme?.Id)));
        Refuse(await signUp.RequestAsync(Account, wish, cancellation));
        return ModelState.IsValid ? Redirect("/account/register/sent") : Page();
    }

    private void Refuse(IReadOnlyList<FieldError> errors)
    {
        foreach (var error in errors) ModelState.AddModelError("Account." + error.Field, error.Message);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        if (!HasSearched) return;
        var found = await programmes.ListAsync(Words, MostChoices, cancellation);
        if (found.Count > 0) Programmes = [new SelectListItem(text["SignUpChoose"], ""), .. found.Select(p => new SelectListItem($"{p.Name} — {p.Component}", p.Id.ToString()))];
    }

    internal sealed record Form
    {
        public Guid? Programme { get; init; }
    }
}
