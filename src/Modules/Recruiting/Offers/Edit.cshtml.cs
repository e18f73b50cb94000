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

internal sealed class EditModel(RecruitingDb db, LegalAdvice legal, HoldOffer hold, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public OfferForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        if (!offer.CanBeRevised) return TooLate();
        Input = OfferForm.From(offer.Fields);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        if (!offer.CanBeRevised) return TooLate();
        if (ModelState.IsValid) (await legal.CheckAsync(Input.ToFields(), offer.CompanyId, Id, cancellation)).RefuseIn(ModelState, text);
        if (!ModelState.IsValid) return Page();
        if (offer.TryRevise(Input.ToFields(), clock.GetUtcNow().UtcDateTime))
        {
            var name = (await db.Companies.SingleAsync(c => c.Id == offer.CompanyId, cancellation)).Name;
            await hold.HoldAsync(offer, cancellation);
            if (offer.Status is OfferStatus.Published) db.Publish(new OfferRevised(offer.ToSnapshot(name)));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                ModelState.AddModelError("", text["ChangedMeanwhile"]);
                return Page();
            }
        }
        this.Say(text[offer.Status is OfferStatus.Submitted ? "OfferHeld" : "OfferSaved"]);
        return RedirectToPage("Record", new { Id });
    }

    /// <summary>Takes the title for everybody that the assistant proposes.</summary>
    public async Task<IActionResult> OnPostTitleAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        if (!offer.CanBeRevised) return TooLate();
        Input = Input.WithTitleForAll(ModelState);
        return Page();
    }

    private RedirectToPageResult TooLate()
    {
        this.Say(text["CannotEdit"]);
        return RedirectToPage("Record", new { Id });
    }

    private Task<Offer?> FindAsync(CancellationToken cancellation) => db.Offers.Of(user).SingleOrDefaultAsync(o => o.Id == Id, cancellation);
}
