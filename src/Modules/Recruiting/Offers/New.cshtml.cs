using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Recruiting.Assistant;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Offers;

internal sealed class NewModel(RecruitingDb db, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int Attempts = 5;

    [BindProperty] public OfferForm Input { get; set; } = new();

    /// <summary>Names this form: sent twice, or fifty times at once, it makes one offer.</summary>
    [BindProperty] public Guid Ticket { get; set; }

    /// <summary>Of the draft that this form saved by itself; 0 while it did not.</summary>
    [BindProperty] public int Revision { get; set; }

    public void OnGet() => Ticket = Guid.NewGuid();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await CheckCompanyAsync(cancellation);
        if (Input.Text is null) ModelState.AddModelError("Input.Text", text["TextMissing"]);
        else if (Input.Text.Length < Offer.TextMin) ModelState.AddModelError("Input.Text", text["TextLength"]);
        if (!ModelState.IsValid) return Page();
        if (await KeepAsync(Input, cancellation) is { } kept) return RedirectToPage("/Transmissions/Ranking", new { kept.Id });
        ModelState.AddModelError("", text["DraftGoneOn"]);
        return Page();
    }

    /// <summary>Takes the title for everybody that the assistant proposes.</summary>
    public IActionResult OnPostTitle()
    {
        Input = Input.WithTitleForAll(ModelState);
        return Page();
    }

    /// <summary>Saves what is typed while it is typed; what is wrong waits for the reader to press a button.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancellation)
    {
        await CheckCompanyAsync(cancellation);
        if (ModelState.Root.Errors.Count > 0) return new BadRequestResult();
        var kept = await KeepAsync(Input.Without(ModelState.Wrong(), new OfferForm()), cancellation);
        return Autosaved.Of(kept, clock, kept is null ? null : Url.Page("Edit", new { kept.Id }));
    }

    // The draft of this form, made the first time; null when somebody has worked on it elsewhere since.
    private async Task<Offer?> KeepAsync(OfferForm form, CancellationToken cancellation)
    {
        if (Ticket == Guid.Empty) Ticket = Guid.NewGuid();
        var ticket = Ticket;
        var now = clock.GetUtcNow().UtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var offer = await db.Offers.Of(user).SingleOrDefaultAsync(o => o.Ticket == ticket, cancellation);
            if (offer is null)
            {
                offer = Offer.Draft(user.CompanyId, user.Id, ticket, new OfferForm { ContactName = user.Name, ContactEmail = user.Email, Title = form.Title, Text = form.Text, Kind = form.Kind }.ToFields(), now);
                db.Add(offer);
            }
            else
            {
                var fields = offer.Fields with { Title = form.Title ?? "", Text = form.Text ?? "", Kind = form.Kind };
                if (fields == offer.Fields) return offer;
                if (!offer.CanBeSubmitted || offer.Revision > Math.Max(Revision, 1)) return null;
                offer.TryRevise(fields, now);
            }
            try
            {
                await db.SaveChangesAsync(cancellation);
                return offer;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // The same form, sent once more in the same moment.
            }
        }
    }

    private async Task CheckCompanyAsync(CancellationToken cancellation)
    {
        var companyId = user.CompanyId;
        var company = await db.Companies.SingleOrDefaultAsync(c => c.Id == companyId, cancellation);
        if (company is null) ModelState.AddModelError("", text["NoCompany"]);
        else if (!company.IsActive) ModelState.AddModelError("", text["CompanyRefused"]);
    }
}
