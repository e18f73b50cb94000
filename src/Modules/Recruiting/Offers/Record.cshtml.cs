using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Transmissions;

namespace SmartRecruiting.Recruiting.Offers;

internal sealed class RecordModel(RecruitingDb db, ReleaseOffer release, IOfferFiles files, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int Attempts = 5;

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    /// <summary>Names the copy that a press of the button makes: pressed fifty times at once, there is one.</summary>
    [BindProperty] public Guid Ticket { get; set; }

    public Row Shown { get; private set; } = null!;

    public Funnel Fate { get; private set; } = null!;

    public bool CanUndo => Shown.Status is OfferStatus.Withdrawn && Shown.UndoUntil > clock.GetUtcNow().UtcDateTime;

    public IReadOnlyList<Step> History { get; private set; } = [];

    public IReadOnlyList<OfferFile> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        Ticket = Guid.NewGuid();
        Shown = new Row(
            offer.Fields, offer.Status, offer.PostedAt, Publication.LastDay(offer.EndsAt), offer.UndoUntil, offer.CanBeRevised, offer.CanBeSubmitted, offer.CanBeRenewed,
            offer.Domain, offer.Skills);
        History = await (
            from change in db.OfferChanges
            where change.OfferId == Id
            join recruiter in db.Recruiters on change.By equals recruiter.AccountId into known
            from recruiter in known.DefaultIfEmpty()
            orderby change.At descending, change.Id descending
            select new Step(change.At, change.From, change.To, change.Deed, recruiter.Name, change.By != null)).ToListAsync(cancellation);
        Files = await files.ListAsync(Id, cancellation);
        Fate = await Funnel.OfAsync(db.Transmissions.Where(t => t.OfferId == Id), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        var found = await ChangeAsync((offer, _, now) =>
        {
            var wasOpen = offer.Status is OfferStatus.Published;
            if (offer.TryWithdraw(now, user.Id) && wasOpen) db.Publish(new OfferClosed(offer.Id, offer.Revision, CloseReason.Withdrawn));
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
            if (!offer.TryRestore(company, now, user.Id)) return;
            // The approval that it waited for came while it was withdrawn.
            if (offer.Status is OfferStatus.AwaitingCompany && company.MayPublish) await release.ReleaseAsync(offer, company.Name, cancellation);
            else if (offer.Status is OfferStatus.Published) db.Publish(new OfferPosted(offer.ToSnapshot(company.Name)));
            else if (offer.Status is OfferStatus.Expired) db.Publish(new OfferClosed(offer.Id, offer.Revision, CloseReason.Expired));
        }, cancellation);
        if (found is null) return NotFound();
        this.Say(found.Status is OfferStatus.Withdrawn ? text["UndoTooLate"] : text["OfferIsBack"]);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostFillAsync(CancellationToken cancellation)
    {
        var found = await ChangeAsync((offer, _, now) =>
        {
            if (offer.TryClose(CloseReason.Filled, now, user.Id)) db.Publish(new OfferClosed(offer.Id, offer.Revision, CloseReason.Filled));
            return Task.CompletedTask;
        }, cancellation);
        if (found is null) return NotFound();
        this.Say(text[found.Status is OfferStatus.Filled ? "OfferIsFilled" : "CannotFill"]);
        return RedirectToPage(new { Id });
    }

    /// <summary>Begins a new offer with what this one says.</summary>
    public async Task<IActionResult> OnPostDuplicateAsync(CancellationToken cancellation)
    {
        if (Ticket == Guid.Empty) Ticket = Guid.NewGuid();
        var ticket = Ticket;
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(cancellation) is not { } offer) return NotFound();
            var copy = await db.Offers.Of(user).SingleOrDefaultAsync(o => o.Ticket == ticket, cancellation);
            if (copy is null)
            {
                copy = Offer.Draft(offer.CompanyId, user.Id, ticket, offer.Fields with { Reference = null, PublicUntil = null }, clock.GetUtcNow().UtcDateTime);
                db.Add(copy);
            }
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
                continue;
            }
            this.Say(text["OfferIsCopied"]);
            return RedirectToPage("Edit", new { copy.Id });
        }
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
        DateOnly LastDay,
        DateTime? UndoUntil,
        bool CanBeRevised,
        bool IsDraft,
        bool CanBeRenewed,
        string? Domain,
        IReadOnlyList<SkillFound> Skills)
    {
        public string Title => Fields.Title.Length > 0 ? Fields.Title : Text.Get("Untitled");
    }

    /// <summary>One step of its history; by nobody where the platform did it, without a name where the account is gone.</summary>
    internal sealed record Step(DateTime At, OfferStatus? From, OfferStatus To, OfferDeed Deed, string? Name, bool IsByPerson);
}
