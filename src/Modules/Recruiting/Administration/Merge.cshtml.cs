using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;
using SmartRecruiting.Recruiting.OptOut;

namespace SmartRecruiting.Recruiting.Administration;

/// <summary>Makes one company of two that are the same: shows first what follows, then does it all in one transaction.</summary>
internal sealed class MergeModel(RecruitingDb db, ReleaseOffer release, IAudit audit, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int Most = 10;

    /// <summary>The one that ends.</summary>
    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    /// <summary>The one that stays; none before it was picked.</summary>
    [BindProperty(SupportsGet = true, Name = "into")] public Guid? Into { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }

    public CompanySheet Ending { get; private set; } = null!;

    public CompanySheet? Staying { get; private set; }

    public IReadOnlyList<Row> Found { get; private set; } = [];

    public Counts Follows { get; private set; } = null!;

    public IEnumerable<(string Label, string? Ending, string? Staying)> Differences => Staying is null
        ? []
        : Fields(Ending).Zip(Fields(Staying), (a, b) => (a.Label, a.Value, b.Value)).Where(f => f.Item2 != f.Item3);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.Companies.SingleOrDefaultAsync(c => c.Id == Id, cancellation) is not { } ending) return NotFound();
        if (!ending.CanBeMerged) return RedirectToPage("Record", new { Id });
        Ending = CompanySheet.Of(ending);
        if (Into is { } into && await db.Companies.SingleOrDefaultAsync(c => c.Id == into, cancellation) is { MayPublish: true } staying && into != Id)
        {
            Staying = CompanySheet.Of(staying);
            Follows = await CountAsync(cancellation);
        }
        else if (!string.IsNullOrWhiteSpace(Words))
        {
            var companies = db.Companies.Where(c => c.Id != Id && c.Status == CompanyStatus.Approved);
            companies = Siret.TryParse(Words, out var siret) ? companies.Where(c => c.Siret == siret) : companies.WhereWords(Words);
            Found = await companies.OrderBy(c => EF.Property<string>(c, SearchColumns.Name)).ThenBy(c => c.Id).Take(Most)
                .Select(c => new Row(c.Id, c.TradeName ?? c.LegalName, c.ActiveSiret, c.City)).ToListAsync(cancellation);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Into is not { } into || !await db.Companies.AnyAsync(c => c.Id == into, cancellation)) return NotFound();
        if (!await db.Companies.AnyAsync(c => c.Id == Id, cancellation)) return NotFound();
        var merged = false;
        try
        {
            await db.InTransactionAsync(async () => merged = await MergeAsync(into, cancellation), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody decided about one of the two in the same moment.
        }
        if (merged) await audit.WriteAsync(new AuditEntry("company.merged", "company", Id, $"into {into}"), cancellation);
        this.Say(merged ? text["Merged"] : text["CannotMerge"]);
        return RedirectToPage("Record", new { Id });
    }

    private async Task<bool> MergeAsync(Guid into, CancellationToken cancellation)
    {
        var ending = await db.Companies.SingleAsync(c => c.Id == Id, cancellation);
        var staying = await db.Companies.SingleAsync(c => c.Id == into, cancellation);
        var wasApproved = ending.MayPublish;
        if (!ending.TryMergeInto(staying)) return false;
        var follows = await CountAsync(cancellation);
        var words = text["MergedWords", ending.LegalName, ending.Siret?.ToString() ?? ending.Country, ending.Id, follows.Offers, follows.Transmissions, follows.Recruiters, follows.Contacts];
        db.Add(CompanyChange.Of(staying, user.Id, Roles.Administrator, clock.GetUtcNow().UtcDateTime, CompanyChange.Merged, words));
        db.Publish(new CompanyMerged(ending.Id, staying.Id, staying.Name));
        await MoveOffersAsync(ending, staying, cancellation);
        // Who did not want to be listed does not come back under another name.
        if (await db.OptOuts.AnyAsync(x => x.CompanyId == Id && x.IsOut, cancellation)) (await db.OptOutOfAsync(into, cancellation)).Choose(isOut: true);
        foreach (var recruiter in await db.Recruiters.Where(r => r.CompanyId == Id).ToListAsync(cancellation)) recruiter.Follow(ending, wasApproved);
        await db.SaveChangesAsync(cancellation);
        await db.Contacts.Where(c => c.CompanyId == Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.CompanyId, into), cancellation);
        await db.CompanyChanges.Where(c => c.CompanyId == Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.CompanyId, into), cancellation);
        await db.Companies.Where(c => c.MergedIntoId == Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.MergedIntoId, into), cancellation);
        return true;
    }

    private async Task MoveOffersAsync(Company ending, Company staying, CancellationToken cancellation)
    {
        // What waited for an approval has it now, and a reference that both have cannot stay: these are touched one by one.
        var special = await db.Offers
            .Where(o => o.CompanyId == Id)
            .Where(o => o.Status == OfferStatus.AwaitingCompany || db.Offers.Any(x => x.CompanyId == staying.Id && x.Reference == o.Reference && o.Reference != null))
            .ToListAsync(cancellation);
        var taken = await db.Offers.Where(o => o.CompanyId == staying.Id && o.Reference != null).Select(o => o.Reference!).ToHashSetAsync(cancellation);
        foreach (var offer in special)
        {
            offer.MoveTo(staying, offer.Reference is { } reference && taken.Contains(reference) ? Apart(reference, ending) : offer.Reference);
            await release.ReleaseAsync(offer, staying.Name, cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        await db.Offers.Where(o => o.CompanyId == Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.CompanyId, staying.Id), cancellation);
    }

    private static string Apart(string reference, Company ending)
    {
        var mark = $" ({ending.Siret?.ToString() ?? ending.Id.ToString("N")[^12..]})";
        return reference[..Math.Min(reference.Length, Offer.ReferenceMax - mark.Length)] + mark;
    }

    private async Task<Counts> CountAsync(CancellationToken cancellation) => new(
        await db.Offers.CountAsync(o => o.CompanyId == Id, cancellation),
        await db.Transmissions.CountAsync(t => db.Offers.Any(o => o.Id == t.OfferId && o.CompanyId == Id), cancellation),
        await db.Recruiters.CountAsync(r => r.CompanyId == Id, cancellation),
        await db.Contacts.CountAsync(c => c.CompanyId == Id, cancellation));

    private static IEnumerable<(string Label, string? Value)> Fields(CompanySheet sheet) =>
    [
        ("LegalName", sheet.Details.LegalName), ("TradeName", sheet.Details.TradeName), ("Siret", sheet.Siret),
        ("CompanyKind", Text.Get("CompanyKind" + sheet.Details.Kind)), ("Naf", sheet.Details.Naf?.ToString()), ("Headcount", sheet.Details.Headcount),
        ("Address", sheet.Details.Address), ("Postcode", sheet.Details.Postcode), ("City", sheet.Details.City), ("Insee", sheet.Details.InseeCode),
        ("Country", sheet.Details.Country), ("Website", sheet.Details.Website), ("Status", Text.Get("Company" + sheet.Status)),
    ];

    internal sealed record Row(Guid Id, string Name, string? Siret, string? City);

    internal sealed record Counts(int Offers, int Transmissions, int Recruiters, int Contacts);
}
