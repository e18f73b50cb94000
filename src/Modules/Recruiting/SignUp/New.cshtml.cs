using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.SignUp;

/// <summary>Signs a recruiter up with a company that is not here yet.</summary>
internal sealed class NewModel(RecruitingDb db, ISignUp signUp, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public NewAccount Account { get; set; } = new();

    [BindProperty] public CompanyForm Input { get; set; } = new();

    /// <summary>The company that has this SIRET already.</summary>
    public FindModel.Row? Same { get; private set; }

    public void OnGet(string? siret) => Input = new CompanyForm { Siret = siret };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Input.Check(ModelState, nameof(Input), text);
        if (Input.ReadSiret() is { } siret)
        {
            if (await db.FindActiveAsync(siret, cancellation) is { } known)
            {
                Same = new FindModel.Row(known.Id, known.Name, known.City);
                ModelState.AddModelError("Input.Siret", text["SiretKnown", known.Name]);
            }
            else if (await db.IsBannedAsync(siret, cancellation))
            {
                ModelState.AddModelError("Input.Siret", text["SiretBanned"]);
            }
        }
        this.Refuse(await signUp.CheckAsync(Account, cancellation));
        if (!ModelState.IsValid) return Page();
        this.Refuse(await signUp.RequestAsync(Account, RecruiterWish.Bring(Input), cancellation));
        return ModelState.IsValid ? Redirect(AccountErrors.SentPage) : Page();
    }
}
