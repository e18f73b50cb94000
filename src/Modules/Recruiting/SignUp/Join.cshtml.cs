using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.SignUp;

/// <summary>Signs a recruiter up who asks to join a company that is here.</summary>
internal sealed class JoinModel(RecruitingDb db, ISignUp signUp) : PageModel
{
    [BindProperty] public NewAccount Account { get; set; } = new();

    public FindModel.Row Company { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } company) return NotFound();
        this.Refuse(await signUp.CheckAsync(Account, cancellation));
        if (!ModelState.IsValid) return Page();
        this.Refuse(await signUp.RequestAsync(Account, RecruiterWish.Join(company), cancellation));
        return ModelState.IsValid ? Redirect(AccountErrors.SentPage) : Page();
    }

    private async Task<Company?> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.FindActiveAsync(id, cancellation) is not { } company) return null;
        Company = new FindModel.Row(company.Id, company.Name, company.City);
        return company;
    }
}
