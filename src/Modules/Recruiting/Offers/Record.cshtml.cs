using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Transmissions;

namespace SmartRecruiting.Recruiting.Offers;

internal sealed class RecordModel(RecruitingDb db, ReleaseOffer release, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    public Row Shown { get; private set; } = null!;

    public Funnel Fate { get; private set; } = null!;

    public bool CanUndo => Shown.Status is OfferStatus.Withdrawn && Shown.UndoUntil > clock.GetUtcNow().UtcDateTime;

    /// <summary>Keys of what a reader would look for and not find.</summary>
    public IEnumerable<string> Missing => new[]
    {
        (Key: "Level", Filled: Shown.Fields.Level is not null),
        (Key: "City", Filled: Shown.Fields.City is not null),
        (Key: "Starts", Filled: Shown.Fields.Starts is not null),
        (Key: "Duration", Filled: Shown.Fields.DurationWeeks is not null),
        (Key: "ContactEmail", Filled: Shown.Fields.ContactEmail is not null),
    }.Where(one => !one.Filled).Select(one => one.Key);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        Shown = new Row(
            offer.Fields, offer.Status, offer.PostedAt, offer.EndsAt, offer.UndoUntil, offer.CanBeRevised, offer.Reference, offer.Domain, offer.Skills);
        Fate = await Funnel.OfAsync(db.Transmissions.Where(t => t.OfferId == Id), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        var found = await ChangeAsync((offer, _, now) =>
        {
            var wasOpen = offer.Status is OfferStatus.Published;
            if (offer.TryWithdraw(now) && wasOpen) db.Publish(new OfferClosed(offer.Id, offer.Revision, CloseReason.Withdrawn));
            return Task.CompletedTask;
        }, cancellation);
        if (found is null) return NotFound();
        this.Say(text["OfferIsWithdrawn"]);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellation)
    {
        var found = await ChangeAsync(async (offer, company, now) =>
        {
            if (!offer.TryRestore(company, now)) return;
            // The approval that it waited for came while it was withdrawn.
            if (offer.Status is OfferStatus.AwaitingCompany && company.MayPublish) await release.ReleaseAsync(offer, company.Name, cancellation);
            else if (offer.Status is OfferStatus.Published) db.Publish(new OfferPosted(offer.ToSnapshot(company.Name)));
            else if (offer.Status is OfferStatus.Expired) db.Publish(new OfferClosed(offer.Id, offer.Revision, CloseReason.Expired));
        }, cancellation);
        if (found is null) return NotFound();
        this.Say(found.Status is OfferStatus.Withdrawn ? text["UndoTooLate"] : text["OfferIsBack"]);
        return RedirectToPage(new { Id });
    }

    private Task<Offer?> FindAsync(CancellationToken cancellation) => db.Offers.Of(user).SingleOrDefaultAsync(o => o.Id == Id, cancellation);

    // Whoever changed the offer in the same moment came first; what was asked for here is then done on what they left.
    private async Task<Offer?> ChangeAsync(Func<Offer, Company, DateTime, Task> change, CancellationToken cancellation)
    {
        for (; ; db.ChangeTracker.Clear())
        {
            if (await FindAsync(cancellation) is not { } offer) return null;
            var company = await db.Companies.SingleAsync(c => c.Id == offer.CompanyId, cancellation);
            await change(offer, company, clock.GetUtcNow().UtcDateTime);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return offer;
            }
            catch (DbUpdateConcurrencyException) { }
        }
    }

    internal sealed record Row(
        OfferFields Fields,
        OfferStatus Status,
        DateTime PostedAt,
        DateTime EndsAt,
        DateTime? UndoUntil,
        bool CanBeRevised,
        string? Reference,
        string? Domain,
        IReadOnlyList<SkillFound> Skills);
}
