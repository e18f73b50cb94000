using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>Changes what a company says of itself; its SIRET and its country are what was approved, and stay.</summary>
internal sealed class EditModel(RecruitingDb db, IAudit audit, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public CompanyForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } company) return NotFound();
        Input = CompanyForm.From(company);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } company) return NotFound();
        Input = Input with { Siret = company.Siret?.ToString(), Country = company.Country };
        Input.Check(ModelState, nameof(Input), text);
        if (!ModelState.IsValid) return Page();
        var name = company.Name;
        company.Update(Input.ToDetails(company.Domains));
        if (company.Name != name) await RenameAsync(company, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", text["CompanyChangedMeanwhile"]);
            return Page();
        }
        await audit.WriteAsync(new AuditEntry("company.changed", "company", company.Id), cancellation);
        this.Say(text["CompanySaved"]);
        return RedirectToPage("Show");
    }

    // Open offers are found and shown under the company's name.
    private async Task RenameAsync(Company company, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.Offers.Where(o => o.CompanyId == company.Id && o.Status == OfferStatus.Published).ToListAsync(cancellation);
        foreach (var offer in open.Where(o => o.TryRename(now))) db.Publish(new OfferRevised(offer.ToSnapshot(company.Name)));
    }

    private Task<Company?> FindAsync(CancellationToken cancellation)
    {
        var id = user.CompanyId;
        return db.Companies.SingleOrDefaultAsync(c => c.Id == id, cancellation);
    }
}
