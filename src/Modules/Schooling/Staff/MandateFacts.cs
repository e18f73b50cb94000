using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Staff;

/// <summary>What the catalogue and those who keep it tell of somebody who wants to work for a school.</summary>
internal sealed class MandateFacts(SchoolingDb db, IStringLocalizer<Text> text) : ITrustFacts
{
    /// <summary>Names in one sentence: who manages a large component is a list of its own.</summary>
    private const int MostNames = 3;

    public async Task<IReadOnlyList<TrustFact>> AboutAsync(TrustSubject subject, CancellationToken cancellation)
    {
        var wanted = await db.Mandates.AsNoTracking().Where(m => m.AccountId == subject.AccountId).Select(m => new
        {
            m.UniversityId,
            ComponentId = m.ComponentId ?? (Guid?)m.Programme!.ComponentId,
            m.ProgrammeId,
            Place = m.University!.Name ?? m.Component!.Name ?? m.Programme!.Component.Name,
            InUniversity = m.UniversityId ?? (Guid?)m.Component!.UniversityId ?? m.Programme!.Component.UniversityId,
        }).ToListAsync(cancellation);
        if (wanted.Count == 0) return [];
        var domain = DomainOf(subject.Email);
        var place = string.Join(", ", wanted.Select(w => w.Place).Distinct());
        Guid?[] universities = [.. wanted.Select(w => w.UniversityId).Where(id => id is not null)];
        Guid?[] components = [.. wanted.Select(w => w.ComponentId).Where(id => id is not null)];
        Guid?[] around = [.. wanted.Select(w => (Guid?)w.InUniversity)];

        var contacts = await db.Programmes.Where(p => components.Contains(p.ComponentId) || universities.Contains(p.Component.UniversityId))
            .Select(p => new { p.Email, p.DeputyEmail }).ToListAsync(cancellation);
        string[] addresses = [.. contacts.SelectMany(c => new[] { c.Email, c.DeputyEmail }).OfType<string>().Select(a => a.ToLowerInvariant()).Distinct()];
        var others = await db.Mandates.AsNoTracking().Where(m => m.AccountId != subject.AccountId && m.Member.State == StaffState.Active)
            .Where(m => around.Contains(m.UniversityId ?? (Guid?)m.Component!.UniversityId ?? m.Programme!.Component.UniversityId))
            .OrderBy(m => m.Member.Name).ThenBy(m => m.AccountId)
            .Select(m => new { m.AccountId, m.Member.Name, m.Member.Email, m.UniversityId, m.ComponentId, m.ProgrammeId }).ToListAsync(cancellation);
        var ownDomain = MailProviders.Of(domain) is MailProvider.Unknown;
        var colleagues = !ownDomain ? 0 : others.DistinctBy(o => o.AccountId).Count(o => DomainOf(o.Email) == domain);
        string[] already =
        [
            .. others.Where(o => wanted.Exists(w => w.UniversityId is { } university ? o.UniversityId == university
                : w.ProgrammeId is { } programme ? o.ProgrammeId == programme || o.ComponentId == w.ComponentId
                : o.ComponentId == w.ComponentId)).DistinctBy(o => o.AccountId).Select(o => o.Name),
        ];

        var facts = new List<TrustFact>
        {
            addresses.Length == 0 ? new(text["TrustNoContact", place], text["TrustFromCatalogue"], TrustTone.Neutral)
                : addresses.Count(a => ownDomain && DomainOf(a) == domain) is > 0 and var same ? new(text["TrustContacts", same, addresses.Length, place, domain], text["TrustFromCatalogue"], TrustTone.Good)
                : new(text["TrustNoSuchContact", addresses.Length, place, domain], text["TrustFromCatalogue"], TrustTone.Careful),
        };
        if (colleagues > 0) facts.Add(new(text["TrustColleagues", colleagues, domain], text["TrustFromStaff"], TrustTone.Good));
        if (already.Length > 0)
        {
            var names = string.Join(", ", already.Take(MostNames)) + (already.Length > MostNames ? "…" : "");
            facts.Add(new(text["TrustAlready", place, already.Length, names], text["TrustFromStaff"], TrustTone.Neutral));
        }
        return facts;
    }

    private static string DomainOf(string email) => email[(email.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
