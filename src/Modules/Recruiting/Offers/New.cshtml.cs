using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Assistant;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Legal;
using SmartRecruiting.Recruiting.Moderation;

namespace SmartRecruiting.Recruiting.Offers;

internal sealed class NewModel(RecruitingDb db, LegalAdvice legal, HoldOffer hold, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
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
        if (ModelState.IsValid) (await legal.CheckAsync(Input.ToFields(), companyId, null, cancellation)).RefuseIn(ModelState, text);
        if (!ModelState.IsValid) return Page();

        var offer = Offer.Post(company!, user.Id, Ticket, Input.ToFields(), clock.GetUtcNow().UtcDateTime);
        db.Add(offer);
        await hold.HoldAsync(offer, cancellation);
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
        this.Say(text[offer.Status switch { OfferStatus.Published => "OfferIsPosted", OfferStatus.Submitted => "OfferHeld", _ => "OfferWaits" }]);
        return RedirectToPage("/Transmissions/Ranking", new { offer.Id });
    }

    /// <summary>Takes the title for everybody that the assistant proposes.</summary>
    public IActionResult OnPostTitle()
    {
        if (Ticket == Guid.Empty) Ticket = Guid.NewGuid();
        Input = Input.WithTitleForAll(ModelState);
        return Page();
    }
}
