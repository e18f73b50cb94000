using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Forwarding;

namespace SmartRecruiting.Students.Profile;

/// <summary>What a student tells of themselves: what they look for, their languages, and which mails they want. Nothing more is asked.</summary>
internal sealed class IndexModel(StudentsDb db, KeepStudent keep, IProgrammes programmes, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Programme and year of study, as the school has them.</summary>
    public IReadOnlyList<(string Programme, int Year)> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var student = await db.Students.AsNoTracking().FirstOrDefaultAsync(s => s.AccountId == user.Id, cancellation);
        var optedOut = await db.PlacesOf(user).AnyAsync(e => e.OptedOut, cancellation);
        Input = new Form { About = student?.About, Languages = student?.Languages, WantsMails = student?.WantsMails ?? true, WantsForwards = !optedOut };
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid) return Page();
        var student = await keep.RunAsync(cancellation);
        student.Tell(Tidy(Input.About), Tidy(Input.Languages), Input.WantsMails);
        foreach (var place in await db.PlacesOf(user).Where(e => e.OptedOut == Input.WantsForwards).ToListAsync(cancellation))
        {
            if (Input.WantsForwards) place.Resume();
            else place.Stop();
        }
        await db.SaveChangesAsync(cancellation);
        this.Say(text["ProfileSaved"]);
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var places = await db.PlacesOf(user).OrderBy(e => e.ProgrammeCode).Select(e => new { e.ProgrammeId, e.ProgrammeCode, e.Year }).ToListAsync(cancellation);
        var names = (await programmes.FindAsync([.. places.Select(p => p.ProgrammeId)], cancellation)).ToDictionary(p => p.Id, p => p.Name);
        Places = places.ConvertAll(p => (names.GetValueOrDefault(p.ProgrammeId, p.ProgrammeCode), p.Year));
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal sealed record Form
    {
        [StringLength(Student.AboutLength, ErrorMessage = "TextTooLong")]
        public string? About { get; init; }

        [StringLength(Student.LanguagesLength, ErrorMessage = "TextTooLong")]
        public string? Languages { get; init; }

        public bool WantsMails { get; init; }

        public bool WantsForwards { get; init; }
    }
}
