using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Offers;

internal sealed class NewModel(RecruitingDb db, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public OfferForm Input { get; set; } = new();

    /// <summary>Names this form: sent twice, or fifty times at once, it makes one offer.</summary>
    [BindProperty] public Guid Ticket { get; set; }

    public void OnGet()
    {
        Ticket = Guid.NewGuid();
        Input = new OfferForm { ContactName = user.Name, ContactEmail = user.Email };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Ticket == Guid.Empty) Ticket = Guid.NewGuid();
        var companyId = user.CompanyId;
        var company = await db.Companies.SingleOrDefaultAsync(c => c.Id == companyId, cancellation);
        if (company is null) ModelState.AddModelError("", text["NoCompany"]);
        else if (!company.IsActive) ModelState.AddModelError("", text["CompanyRefused"]);
        if (!ModelState.IsValid) return Page();

        var offer = Offer.Post(company!, user.Id, Ticket, Input.ToFields(), clock.GetUtcNow().UtcDateTime);
        db.Add(offer);
        if (offer.Status is OfferStatus.Published) db.Publish(new OfferPosted(offer.ToSnapshot(company!.Name)));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            var ticket = Ticket;
            if (await db.Offers.Of(user).SingleOrDefaultAsync(o => o.Ticket == ticket, cancellation) is not { } same) throw;
            offer = same;
        }
        this.Say(offer.Status is OfferStatus.Published ? text["OfferIsPosted"] : text["OfferWaits"]);
        return RedirectToPage("/Transmissions/Ranking", new { offer.Id });
    }
}
