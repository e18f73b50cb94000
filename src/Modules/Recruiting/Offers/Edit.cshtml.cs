using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Assistant;
using SmartRecruiting.Recruiting.Attachments;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Legal;
using SmartRecruiting.Recruiting.Moderation;
using SmartRecruiting.Recruiting.Offers.Reading;

namespace SmartRecruiting.Recruiting.Offers;

internal sealed class EditModel(
    RecruitingDb db, SubmitOffer submit, HoldOffer hold, LegalAdvice legal, FindTwins twins, AttachFile files, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>Accepts every proposal at once.</summary>
    public const string All = "all";

    public const string ToRanking = "ranking";

    private const int Attempts = 5;

    [BindProperty] public OfferForm Input { get; set; } = new();

    /// <summary>Of the offer as this form knows it: another one means that somebody changed it since.</summary>
    [BindProperty] public int Revision { get; set; }

    /// <summary>The reader has seen the offers that say the same.</summary>
    [BindProperty] public bool PostAnyway { get; set; }

    [BindProperty] public IFormFile? Upload { get; set; }

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    public bool IsDraft { get; private set; }

    public bool IsYetToOpen { get; private set; }

    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>What somebody else saved meanwhile; null when nobody did.</summary>
    public OfferForm? Theirs { get; private set; }

    public IReadOnlyList<Twin> Twins { get; private set; } = [];

    public IReadOnlyList<OfferFile> Files { get; private set; } = [];

    /// <summary>How many programmes get the offer when it is published.</summary>
    public int Ticked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        if (!offer.CanBeRevised) return TooLate();
        Input = OfferForm.From(offer.Fields);
        return await ShowAsync(offer, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        if (!offer.CanBeRevised) return TooLate();
        // What came with less, by a file or before there was more to say, may stay so; what is there stays there.
        if (!offer.CanBeSubmitted)
        {
            Ask(Input.ToFields().Missing().Except(offer.Fields.Missing()));
            await RefuseUnlawfulAsync(offer, cancellation);
        }
        if (await KeepAsync(offer, cancellation) is not { } kept) return await ShowAsync(offer, cancellation);
        this.Say(text[kept.CanBeSubmitted ? "DraftSaved" : kept.Status is OfferStatus.Submitted ? "OfferHeld" : "OfferSaved"]);
        if (then == ToRanking) return RedirectToPage("/Transmissions/Ranking", new { Id });
        return kept.CanBeSubmitted ? RedirectToPage(new { Id }) : RedirectToPage("Record", new { Id });
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        if (!offer.CanBeSubmitted) return await PublishedAsync(cancellation);
        var company = await db.Companies.SingleAsync(c => c.Id == offer.CompanyId, cancellation);
        if (!company.IsActive) ModelState.AddModelError("", text["CompanyRefused"]);
        Ask(Input.ToFields().Missing());
        await RefuseUnlawfulAsync(offer, cancellation);
        if (await KeepAsync(offer, cancellation) is not { } kept) return await ShowAsync(offer, cancellation);
        if (!PostAnyway) Twins = await twins.FindAsync(kept, cancellation);
        if (Twins.Count > 0) return await ShowAsync(kept, cancellation);
        var sent = await submit.SubmitAsync(kept, company, user.Id, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(cancellation) is { CanBeSubmitted: true } other) return await ConflictAsync(other, cancellation);
            return await PublishedAsync(cancellation);
        }
        this.Say(sent > 0 ? text["OfferIsPostedAndSent", sent] : text[kept.Status switch { OfferStatus.Published => "OfferIsPosted", OfferStatus.Submitted => "OfferHeld", _ => "OfferWaits" }]);
        return await PublishedAsync(cancellation);
    }

    /// <summary>Takes what was read in the text into its field.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(string? field, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        if (!offer.CanBeRevised) return TooLate();
        foreach (var proposal in Read().Where(p => field is All || field == p.Field))
        {
            Input = Input.Accept(proposal);
            // The page would show what was typed otherwise.
            ModelState.Remove("Input." + proposal.Field);
            if (proposal.Field == nameof(Input.Pay)) ModelState.Remove("Input." + nameof(Input.PayUnit));
        }
        await KeepRightAsync(offer, cancellation);
        return await ShowAsync(offer, cancellation);
    }

    /// <summary>Takes the title for everybody that the assistant proposes.</summary>
    public async Task<IActionResult> OnPostTitleAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        if (!offer.CanBeRevised) return TooLate();
        Input = Input.WithTitleForAll(ModelState);
        await KeepRightAsync(offer, cancellation);
        return await ShowAsync(offer, cancellation);
    }

    public async Task<IActionResult> OnPostDetachAsync(Guid attachment, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        if (!offer.CanBeRevised) return TooLate();
        await files.RemoveAsync(db.Attachments.Where(a => a.OfferId == Id && a.Id == attachment), cancellation);
        await KeepRightAsync(offer, cancellation);
        return await ShowAsync(offer, cancellation);
    }

    /// <summary>Saves what is typed while it is typed; what is wrong waits for the reader to press a button.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        return Autosaved.Of(await KeepRightAsync(offer, cancellation) ? offer : null, clock);
    }

    /// <summary>What somebody else wrote into fields where this form says something else.</summary>
    public IEnumerable<(string Label, string Value)> Differences(OfferForm theirs) => typeof(OfferForm).GetProperties()
        .Where(p => p.Name != nameof(OfferForm.Proposals) && !Equals(p.GetValue(theirs), p.GetValue(Input)))
        .Select(p => (p.Name == nameof(OfferForm.Ends) ? "WorkEnds" : p.Name, p.GetValue(theirs) switch
        {
            null => text["Unsaid"].Value,
            bool yes => text[yes ? "Yes" : "No"].Value,
            PayUnit unit => text["PayPer" + unit].Value,
            Enum choice => text[p.Name + choice].Value,
            var value => value.ToString()!,
        }));

    private async Task<IActionResult> ShowAsync(Offer offer, CancellationToken cancellation)
    {
        (IsDraft, IsYetToOpen) = (offer.CanBeSubmitted, offer.IsYetToOpen);
        if (HttpMethods.IsGet(Request.Method)) Revision = offer.Revision;
        Missing = IsDraft ? Input.ToFields().Missing() : [];
        Input = Input with { Proposals = Read() };
        Files = await files.ListAsync(Id, cancellation);
        Ticked = await db.Wanted.CountAsync(w => w.OfferId == Id, cancellation);
        return Page();
    }

    private List<Proposal> Read() => [.. OfferReader.Read(Input.Text, WorkingDays.DayOf(clock.GetUtcNow().UtcDateTime)).Where(Input.Lacks)];

    private void Ask(IEnumerable<string> missing)
    {
        foreach (var name in missing.Where(name => ModelState["Input." + name]?.Errors.Count is null or 0))
        {
            var typed = name switch { nameof(Input.Title) => Input.Title, nameof(Input.Text) => Input.Text, _ => null };
            ModelState.AddModelError("Input." + name, text[typed is null ? name + "Missing" : name + "Length"]);
        }
    }

    // A draft may say anything; what is public keeps to the law.
    private async Task RefuseUnlawfulAsync(Offer offer, CancellationToken cancellation)
    {
        if (ModelState.IsValid) (await legal.CheckAsync(Input.ToFields(), offer.CompanyId, Id, cancellation)).RefuseIn(ModelState, text);
    }

    // The offer with all that was typed, saved; null when something is wrong with it, which is said, or somebody was faster.
    private async Task<Offer?> KeepAsync(Offer found, CancellationToken cancellation)
    {
        foreach (var (field, error) in Input.Faults(clock.GetUtcNow().UtcDateTime)) ModelState.AddModelError("Input." + field, text[error]);
        // An offer that was open has another page for its end.
        if (!found.IsYetToOpen) Input = Input with { PublicationMonths = found.PublicationMonths, PublicUntil = found.PublicUntil };
        var fields = Input.ToFields();
        if (fields.Reference is { } reference && await db.Offers.Of(user).AnyAsync(o => o.Reference == reference && o.Id != Id, cancellation))
        {
            ModelState.AddModelError("Input.Reference", text["ReferenceTaken"]);
        }
        for (var attempt = 1; ModelState.IsValid; attempt++)
        {
            if (fields != found.Fields && Revision != found.Revision)
            {
                Differ(found);
                return null;
            }
            if (Upload is not null && await files.AddAsync(Id, Upload, user.Id, cancellation) is { } fault)
            {
                ModelState.AddModelError(nameof(Upload), text[fault]);
                return null;
            }
            var revised = found.TryRevise(fields, clock.GetUtcNow().UtcDateTime);
            if (revised && !found.CanBeSubmitted) await hold.HoldAsync(found, cancellation);
            if (revised && found.Status is OfferStatus.Published)
            {
                var name = (await db.Companies.SingleAsync(c => c.Id == found.CompanyId, cancellation)).Name;
                db.Publish(new OfferRevised(found.ToSnapshot(name)));
            }
            try
            {
                await db.SaveChangesAsync(cancellation);
                Know(found.Revision);
                return found;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
                found = await db.Offers.Of(user).SingleAsync(o => o.Id == Id, cancellation);
            }
        }
        return null;
    }

    // Of a draft, whatever is right of what was typed; false when somebody was faster.
    private async Task<bool> KeepRightAsync(Offer offer, CancellationToken cancellation)
    {
        if (!offer.CanBeSubmitted) return false;
        var wrong = ModelState.Wrong().Concat(Input.Faults(clock.GetUtcNow().UtcDateTime).Select(fault => fault.Field));
        var fields = Input.Without(wrong, OfferForm.From(offer.Fields)).ToFields() with { Reference = offer.Reference };
        if (fields == offer.Fields) return true;
        if (Revision != offer.Revision) return false;
        offer.TryRevise(fields, clock.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        Know(offer.Revision);
        return true;
    }

    private async Task<IActionResult> ConflictAsync(Offer offer, CancellationToken cancellation)
    {
        Differ(offer);
        return await ShowAsync(offer, cancellation);
    }

    // Both are shown; who saves again has seen the other.
    private void Differ(Offer offer)
    {
        Theirs = OfferForm.From(offer.Fields);
        ModelState.AddModelError("", text["ChangedMeanwhile"]);
        Know(offer.Revision);
    }

    private void Know(int revision)
    {
        Revision = revision;
        ModelState.Remove(nameof(Revision));
    }

    private async Task<IActionResult> PublishedAsync(CancellationToken cancellation) =>
        RedirectToPage(await db.Transmissions.AnyAsync(t => t.OfferId == Id, cancellation) ? "/Transmissions/Sent" : "/Transmissions/Ranking", new { Id });

    private RedirectToPageResult TooLate()
    {
        this.Say(text["CannotEdit"]);
        return RedirectToPage("Record", new { Id });
    }

    private Task<Offer?> FindAsync(CancellationToken cancellation) => db.Offers.Of(user).SingleOrDefaultAsync(o => o.Id == Id, cancellation);
}
