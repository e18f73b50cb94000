using SmartRecruiting.Contracts;

namespace SmartRecruiting.Schooling.Tests;

/// <summary>Offers of the past and of today, as the statistics hear of them.</summary>
internal sealed class Market(TestHost host)
{
    private readonly List<ImportedOffer> offers = [];
    private readonly List<OfferTags> tags = [];
    private readonly Dictionary<string, Guid> companies = [];

    public IReadOnlyList<ImportedOffer> Offers => offers;

    /// <summary>So many offers on a day.</summary>
    /// <param name="programme">The code of the one that comes first; null when none fits.</param>
    public async Task<Market> AddAsync(
        int count, DateOnly day, string? programme = University.Informatics, string domain = "informatics", Strength best = Strength.Good, string[]? skills = null,
        CloseReason? closed = null, string company = "Entreprise d’essai", int? study = null)
    {
        Guid[] first = programme is null ? [] : [(await host.ProgrammeAsync(programme)).Id];
        for (var i = 0; i < count; i++)
        {
            var offer = University.Offer($"Offre {offers.Count + 1}") with
            {
                CompanyId = IdOf(company), CompanyName = company, PostedAt = day.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc), Level = null,
            };
            offers.Add(new ImportedOffer(offer, closed is null, [], closed));
            tags.Add(new OfferTags(
                offer.OfferId, 1, 1, domain, 0.9, [.. (skills ?? ["csharp"]).Select(s => new SkillFound(s, s.ToUpperInvariant(), s.ToUpperInvariant()))], first, 0.8, best, study));
        }
        return this;
    }

    /// <summary>They are published, tagged and counted.</summary>
    public async Task OpenAsync()
    {
        await host.PublishAsync(new OffersImported([.. offers]));
        await host.PublishAsync(new OffersTagged([.. tags]));
        await host.CountAsync();
    }

    private Guid IdOf(string company) => companies.TryGetValue(company, out var known) ? known : companies[company] = Guid.NewGuid();
}

internal static class Counting
{
    public static Task CountAsync(this TestHost host) => host.RunJobAsync("schooling.refresh-statistics");
}
