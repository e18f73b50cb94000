using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Trust;

/// <summary>What the companies that are here tell of somebody who asks for access: facts with their source, no judgement.</summary>
internal sealed class CompanyTrust(RecruitingDb db, TimeProvider clock, IStringLocalizer<Text> text) : ITrustFacts
{
    // National and international form of a French number differ in their beginning only.
    private const int PhoneDigits = 9;

    public async Task<IReadOnlyList<TrustFact>> AboutAsync(TrustSubject subject, CancellationToken cancellation)
    {
        var domain = DomainOf(subject.Email);
        var provider = MailProviders.Of(domain);
        var facts = new List<TrustFact>();
        if (provider is not MailProvider.Unknown) facts.Add(new TrustFact(text["TrustMail" + provider, domain], text["SourceProviders"], TrustTone.Careful));
        var companyId = subject.CompanyId
            ?? await db.Recruiters.Where(r => r.AccountId == subject.AccountId).Select(r => (Guid?)r.CompanyId).SingleOrDefaultAsync(cancellation);
        var company = await db.Companies.SingleOrDefaultAsync(c => c.Id == companyId, cancellation);
        if (company is not null)
        {
            CompareWithSite(facts, company, domain);
            if (provider is MailProvider.Unknown) await CompareWithColleaguesAsync(facts, company, subject, domain, cancellation);
            await FindSamePhoneAsync(facts, company, cancellation);
            await FindSameAddressAsync(facts, company, cancellation);
            TellAge(facts, company);
            await FindRefusalsAsync(facts, company, cancellation);
        }
        await FindSameDomainAsync(facts, company, provider is MailProvider.Unknown ? domain : null, cancellation);
        return facts;
    }

    private void CompareWithSite(List<TrustFact> facts, Company company, string domain)
    {
        if (WebAddress.HostOf(company.Website) is not { } host) facts.Add(new TrustFact(text["TrustNoSite"], text["SourceForm"], TrustTone.Neutral));
        else if (IsOf(domain, host)) facts.Add(new TrustFact(text["TrustSiteSame", domain], text["SourceForm"], TrustTone.Good));
        else facts.Add(new TrustFact(text["TrustSiteOther", domain, host], text["SourceForm"], TrustTone.Careful));
    }

    private async Task CompareWithColleaguesAsync(
        List<TrustFact> facts, Company company, TrustSubject subject, string domain, CancellationToken cancellation)
    {
        var colleagues = await db.Recruiters
            .Where(r => r.CompanyId == company.Id && r.State == RecruiterState.Accepted && r.AccountId != subject.AccountId)
            .Select(r => r.Email).ToListAsync(cancellation);
        if (colleagues.Count == 0) return;
        var same = colleagues.Count(email => DomainOf(email) == domain);
        facts.Add(new TrustFact(
            text["TrustColleagues", same, colleagues.Count, domain], text["SourceRecruiters"], same > 0 ? TrustTone.Good : TrustTone.Careful));
    }

    private async Task FindSamePhoneAsync(List<TrustFact> facts, Company company, CancellationToken cancellation)
    {
        var others = new HashSet<Guid>();
        foreach (var own in (await db.Contacts.Where(c => c.CompanyId == company.Id && c.Phone != null).Select(c => c.Phone!).ToListAsync(cancellation)).Select(KeyOf).OfType<string>().Distinct())
        {
            // However a number is grouped, its last two digits stand together.
            var end = own[^2..];
            var alike = await db.Contacts.Where(c => c.CompanyId != company.Id && c.Phone!.EndsWith(end)).Select(c => new { c.CompanyId, Phone = c.Phone! }).ToListAsync(cancellation);
            others.UnionWith(alike.Where(c => KeyOf(c.Phone) == own).Select(c => c.CompanyId));
        }
        await AddAsync(facts, db.Companies.Where(c => others.Contains(c.Id)), "TrustPhoneSame", "SourceContacts", cancellation);
    }

    private async Task FindSameAddressAsync(List<TrustFact> facts, Company company, CancellationToken cancellation)
    {
        if (company is not { Address: { } address, Postcode: { } postcode }) return;
        var near = await db.Companies.Where(c => c.Id != company.Id && c.Postcode == postcode && c.Address != null)
            .Select(c => new { c.Id, c.Address }).ToListAsync(cancellation);
        var same = near.Where(c => Fold.Text(c.Address) == Fold.Text(address)).Select(c => c.Id).ToList();
        await AddAsync(facts, db.Companies.Where(c => same.Contains(c.Id)), "TrustAddressSame", "SourceCompanies", cancellation);
    }

    private async Task FindSameDomainAsync(List<TrustFact> facts, Company? company, string? domain, CancellationToken cancellation)
    {
        var own = WebAddress.HostOf(company?.Website);
        var hosts = new[] { own, domain }.OfType<string>().Distinct().ToList();
        var id = company?.Id;
        foreach (var host in hosts)
        {
            var like = await db.Companies.Where(c => c.Id != id && c.Website != null && c.Website.Contains(host))
                .Select(c => new { c.Id, c.Website }).ToListAsync(cancellation);
            var same = like.Where(c => WebAddress.HostOf(c.Website) == host).Select(c => c.Id).ToList();
            await AddAsync(facts, db.Companies.Where(c => same.Contains(c.Id)), host == own ? "TrustSiteShared" : "TrustMailShared", "SourceCompanies", cancellation);
        }
    }

    private void TellAge(List<TrustFact> facts, Company company)
    {
        if (company.KnownSince is not { } since) return;
        var days = (int)(clock.GetUtcNow().UtcDateTime - since).TotalDays;
        facts.Add(new TrustFact(text[days == 1 ? "TrustAgeOne" : "TrustAge", days, since.InFrance().ToString("d")], text["SourceCompanies"], TrustTone.Neutral));
    }

    private async Task FindRefusalsAsync(List<TrustFact> facts, Company company, CancellationToken cancellation)
    {
        if (company.Siren is not { } siren) return;
        var refused = db.Companies.Where(c =>
            c.Siren == siren && db.CompanyChanges.Any(x => x.CompanyId == c.Id && (x.Status == CompanyStatus.Rejected || x.Status == CompanyStatus.Banned)));
        await AddAsync(facts, refused, "TrustRefused", "SourceHistory", cancellation);
    }

    // A few names say it; the list of companies has all.
    private async Task AddAsync(List<TrustFact> facts, IQueryable<Company> companies, string key, string source, CancellationToken cancellation)
    {
        const int Named = 3;
        var names = await companies.OrderBy(c => c.Id).Select(c => c.TradeName ?? c.LegalName).Take(Named + 1).ToListAsync(cancellation);
        if (names.Count == 0) return;
        var list = string.Join(", ", names.Take(Named)) + (names.Count > Named ? "…" : "");
        facts.Add(new TrustFact(text[key, list], text[source], TrustTone.Careful));
    }

    private static string DomainOf(string email) => email[(email.LastIndexOf('@') + 1)..].ToLowerInvariant();

    // « rh.example.org » is of « example.org », and the other way round when the site lies on a host of its own.
    private static bool IsOf(string domain, string host) =>
        domain == host || domain.EndsWith("." + host, StringComparison.Ordinal) || host.EndsWith("." + domain, StringComparison.Ordinal);

    private static string? KeyOf(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length < PhoneDigits ? null : digits[^PhoneDigits..];
    }
}
