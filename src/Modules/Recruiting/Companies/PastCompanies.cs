using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>Finds the companies of before by what their offers were tagged with; no offer is read for it, only indexes.</summary>
internal sealed class PastCompanies(RecruitingDb db) : IPastCompanies
{
    // What was open to everybody once.
    private static readonly OfferStatus[] Public = [OfferStatus.Published, OfferStatus.Filled, OfferStatus.Expired];

    // Of so many the details are looked at: some may be elsewhere, or not want to be listed.
    private const int Candidates = 10;

    public async Task<IReadOnlyList<PastCompany>> FindAsync(WorkSought work, int most, CancellationToken cancellation)
    {
        if (work.Domain is null && work.Skills.Count == 0) return [];
        var skills = work.Skills.ToArray();
        var offers = OffersOf(work.Domain, work.Kind);
        if (work.Domain is null) offers = offers.Where(o => db.OfferSkills.Where(s => skills.Contains(s.SkillId)).Select(s => s.OfferId).Contains(o.Id));
        var counted = await Listed(offers).GroupBy(o => o.CompanyId)
            .Select(g => new { CompanyId = g.Key, Offers = g.Count(), Last = g.Max(o => o.PostedAt) }).ToListAsync(cancellation);
        // Of whatever domain: by the skill alone an index leads to the few offers, and they only order.
        var asked = skills.Length == 0 ? null : (await (
            from skill in db.OfferSkills
            where skills.Contains(skill.SkillId)
            join offer in db.Offers on skill.OfferId equals offer.Id
            group skill by new { offer.CompanyId, skill.SkillId } into g
            select new { g.Key.CompanyId, g.Key.SkillId, Offers = g.Count() }).ToListAsync(cancellation)).ToLookup(a => a.CompanyId);
        var ordered = counted
            .OrderByDescending(c => asked?[c.CompanyId].Sum(a => a.Offers) ?? 0).ThenByDescending(c => c.Offers).ThenByDescending(c => c.Last).ThenBy(c => c.CompanyId).ToList();
        var city = string.IsNullOrWhiteSpace(work.City) ? null : Fold.Text(work.City);
        var found = new List<PastCompany>();
        foreach (var chunk in ordered.Chunk(most * Candidates))
        {
            var ids = chunk.Select(c => c.CompanyId).ToArray();
            var companies = await db.Companies.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, Name = c.TradeName ?? c.LegalName, c.City, c.Website }).ToDictionaryAsync(c => c.Id, cancellation);
            var contacts = (await db.Contacts.AsNoTracking().Where(c => ids.Contains(c.CompanyId) && c.TakesSpontaneous).OrderBy(c => c.Name).ToListAsync(cancellation)).ToLookup(c => c.CompanyId);
            found.AddRange(
                from count in chunk
                let company = companies[count.CompanyId]
                where city is null || Fold.Text(company.City ?? "").Contains(city, StringComparison.Ordinal)
                select new PastCompany(
                    company.Id, company.Name, company.City, company.Website, count.Offers, DateOnly.FromDateTime(count.Last),
                    [.. asked?[company.Id].OrderByDescending(a => a.Offers).ThenBy(a => a.SkillId).Select(a => a.SkillId) ?? []],
                    [.. contacts[company.Id].Select(c => Shown(c, company.Name)).Where(CanBeReached)]));
            if (found.Count >= most) break;
        }
        return [.. found.Take(most)];
    }

    public async Task<IReadOnlyList<CompanyContact>> ContactsAsync(string domain, IReadOnlyCollection<Guid> except, int most, CancellationToken cancellation)
    {
        var known = except.ToArray();
        var companies = Listed(OffersOf(domain, kind: null)).Where(o => !known.Contains(o.CompanyId)).Select(o => o.CompanyId);
        var found = await (
            from contact in db.Contacts.AsNoTracking()
            where contact.TakesSpontaneous && companies.Contains(contact.CompanyId)
            join company in db.Companies on contact.CompanyId equals company.Id
            orderby company.Id, contact.Name, contact.Id
            select new { Contact = contact, Company = company.TradeName ?? company.LegalName }).Take(most * Candidates).ToListAsync(cancellation);
        return [.. found.DistinctBy(f => f.Contact.CompanyId).Select(f => Shown(f.Contact, f.Company)).Where(CanBeReached).Take(most)];
    }

    private IQueryable<Offer> OffersOf(string? domain, OfferKind? kind)
    {
        var offers = db.Offers.AsNoTracking().Where(o => Public.Contains(o.Status));
        if (domain is not null) offers = offers.Where(o => o.Domain == domain);
        return kind is null ? offers : offers.Where(o => o.Kind == kind);
    }

    // Of companies that recruit here and want to be found.
    private IQueryable<Offer> Listed(IQueryable<Offer> offers) => offers.Where(o =>
        db.Companies.Any(c => c.Id == o.CompanyId && c.Status == CompanyStatus.Approved) && !db.OptOuts.Any(x => x.CompanyId == o.CompanyId && x.IsOut));

    private static CompanyContact Shown(Contact contact, string company)
    {
        T? If<T>(ContactFields field, T? value) where T : class => contact.Shown.HasFlag(field) ? value : null;
        return new CompanyContact(
            company, If(ContactFields.Name, contact.Name), If(ContactFields.Function, contact.Function), If(ContactFields.Email, contact.Email), If(ContactFields.Phone, contact.Phone));
    }

    private static bool CanBeReached(CompanyContact contact) => contact.Email is not null || contact.Phone is not null;
}
