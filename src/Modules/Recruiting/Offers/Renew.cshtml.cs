using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>Gives an offer a later end. The mails before its end lead here.</summary>
internal sealed class RenewModel(RecruitingDb db, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int Attempts = 5;

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    [BindProperty] public int Months { get; set; } = Publication.Usual;

    /// <summary>A day of its own, in place of months.</summary>
    [BindProperty] public DateOnly? PublicUntil { get; set; }

    public string OfferTitle { get; private set; } = "";

    public bool IsOpen { get; private set; }

    public DateOnly LastDay { get; private set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        return offer.CanBeRenewed ? Show(offer) : RedirectToPage("Record", new { Id });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(cancellation) is not { } offer) return NotFound();
            var company = await db.Companies.SingleAsync(c => c.Id == offer.CompanyId, cancellation);
            var now = clock.GetUtcNow().UtcDateTime;
            if (Publication.FaultOf(PublicUntil, now) is { } fault) ModelState.AddModelError(nameof(PublicUntil), text[fault]);
            else if (PublicUntil is { } day && offer.Status is OfferStatus.Published && Publication.EndOf(day) < offer.EndsAt) ModelState.AddModelError(nameof(PublicUntil), text["LastDayNotLater"]);
            if (!Publication.Months.Contains(Months)) ModelState.AddModelError(nameof(Months), text["ValueOfList"]);
            if (!company.MayPublish) ModelState.AddModelError("", text["CannotRenew"]);
            if (!ModelState.IsValid) return Show(offer);
            var wasOpen = offer.Status is OfferStatus.Published;
            if (offer.TryRenew(PublicUntil ?? Publication.LastDay(Publication.End(now, Months)), now, user.Id))
            {
                db.Publish(wasOpen ? new OfferRevised(offer.ToSnapshot(company.Name)) : new OfferPosted(offer.ToSnapshot(company.Name)));
                try
                {
                    await db.SaveChangesAsync(cancellation);
                }
                catch (DbUpdateConcurrencyException) when (attempt < Attempts)
                {
                    db.ChangeTracker.Clear();
                    continue;
                }
            }
            this.Say(offer.Status is OfferStatus.Published ? text["OfferIsRenewed", Publication.LastDay(offer.EndsAt)] : text["CannotRenew"]);
            return RedirectToPage("Record", new { Id });
        }
    }

    private PageResult Show(Offer offer)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        (OfferTitle, IsOpen, LastDay) = (offer.Title, offer.Status is OfferStatus.Published, Publication.LastDay(offer.EndsAt));
        Choices = [.. Publication.Months.Where(m => !IsOpen || Publication.End(now, m) > offer.EndsAt)
            .Select(m => new SelectListItem(text[m == 1 ? "RenewForOne" : "RenewFor", m, Publication.LastDay(Publication.End(now, m))], $"{m}"))];
        return Page();
    }

    private Task<Offer?> FindAsync(CancellationToken cancellation) => db.Offers.Of(user).SingleOrDefaultAsync(o => o.Id == Id, cancellation);
}
