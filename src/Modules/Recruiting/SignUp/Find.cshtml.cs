using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.SignUp;

/// <summary>A recruiter's first step: is the company here already?</summary>
internal sealed class FindModel(RecruitingDb db, IStringLocalizer<Text> text) : PageModel
{
    private const int Most = 8;
    private const int FewestLetters = 3;

    // A number this long is meant as a SIRET; shorter ones are in names, too.
    private const int FewestDigits = 9;

    /// <summary>A SIRET, or words of a name.</summary>
    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }

    public IReadOnlyList<Row> Matches { get; private set; } = [];

    /// <summary>The one match has the SIRET that was typed.</summary>
    public bool IsSame { get; private set; }

    public string? Error { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Words = OneLine.Of(Words);
        if (Words is null) return Page();
        var digits = Words.Where(c => !char.IsWhiteSpace(c)).ToList();
        if (digits.Count >= FewestDigits && digits.TrueForAll(char.IsAsciiDigit)) return await FindSiretAsync(Words, cancellation);
        if (Fold.Text(Words).Length < FewestLetters)
        {
            Error = text["SearchTooShort", FewestLetters];
            return Page();
        }
        // Nothing but name and town: whoever looks here has no account yet.
        Matches = await db.Companies.WhereActive().WhereWords(Words).OrderBy(c => EF.Property<string>(c, SearchColumns.Name)).ThenBy(c => c.Id)
            .Take(Most).Select(c => new Row(c.Id, c.TradeName ?? c.LegalName, c.City)).ToListAsync(cancellation);
        return Page();
    }

    private async Task<IActionResult> FindSiretAsync(string typed, CancellationToken cancellation)
    {
        if (!Siret.TryParse(typed, out var siret)) Error = text["SiretInvalid", typed];
        else if (await db.FindActiveAsync(siret, cancellation) is { } company) (Matches, IsSame) = ([new Row(company.Id, company.Name, company.City)], true);
        else if (await db.IsBannedAsync(siret, cancellation)) Error = text["SiretBanned"];
        else return RedirectToPage("New", new { siret = siret.ToString() });
        return Page();
    }

    internal sealed record Row(Guid Id, string Name, string? City);
}
