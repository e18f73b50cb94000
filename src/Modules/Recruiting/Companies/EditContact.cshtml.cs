using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>Adds, changes or takes out one contact of the recruiter's own company.</summary>
internal sealed class EditContactModel(RecruitingDb db, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public ContactForm Input { get; set; } = new();

    /// <summary>None for a new contact.</summary>
    [BindProperty(SupportsGet = true, Name = "id")] public Guid? Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var contact = await FindAsync(cancellation);
        if (await IsNotMineAsync(contact, cancellation)) return NotFound();
        if (contact is not null) Input = ContactForm.From(contact);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var contact = await FindAsync(cancellation);
        if (await IsNotMineAsync(contact, cancellation)) return NotFound();
        if (Input is { Email: null, Phone: null }) ModelState.AddModelError("Input.Email", text["ContactUnreachable"]);
        if (!ModelState.IsValid) return Page();
        if (contact is null) db.Add(Contact.Of(user.CompanyId, Input.ToDetails()));
        else contact.Change(Input.ToDetails());
        await db.SaveChangesAsync(cancellation);
        this.Say(text["ContactSaved"]);
        return RedirectToPage("Show");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } contact) return NotFound();
        db.Remove(contact);
        await db.SaveChangesAsync(cancellation);
        this.Say(text["ContactRemoved"]);
        return RedirectToPage("Show");
    }

    private async Task<Contact?> FindAsync(CancellationToken cancellation)
    {
        var company = user.CompanyId;
        return Id is { } id ? await db.Contacts.SingleOrDefaultAsync(c => c.Id == id && c.CompanyId == company, cancellation) : null;
    }

    private async Task<bool> IsNotMineAsync(Contact? contact, CancellationToken cancellation)
    {
        var company = user.CompanyId;
        return Id is null ? !await db.Companies.AnyAsync(c => c.Id == company, cancellation) : contact is null;
    }
}
