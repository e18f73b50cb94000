namespace SmartRecruiting.Matching.Tests;

public sealed class RestrictionTests
{
    private const string Mixed = "Stage de fin d’études : chantier en béton armé, stocks et entrepôts, études de marché et vente.";

    [Theory, EveryDatabase]
    public async Task A_restriction_by_level_component_or_town_leaves_every_chance_as_it_was(Database database)
    {
        await using var host = await WithTownsAsync(database);
        var all = await RankAsync(host, new RankingQuery(Mixed, 50) { Nearest = 50 });
        var chances = all.Programmes.ToDictionary(p => p.Code, p => p.Score);

        var institute = await RankAsync(host, new RankingQuery(Mixed, 50) { Component = "Institut de technologie" });
        Assert.Equal(["CIVIL", "LOGIS", "MARKET"], institute.Programmes.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.All(institute.Programmes, p => Assert.Equal(chances[p.Code], p.Score));
        var town = await RankAsync(host, new RankingQuery("Développer une application web en C# et SQL", 50) { City = " saint martin D HERES" });
        Assert.Equal(["INFO"], town.Programmes.Select(p => p.Code));
        var both = await RankAsync(host, new RankingQuery("Suivre un chantier en béton armé", 50) { City = "Valence", Levels = ["Bac+3"], Component = "Institut de technologie" });
        Assert.Equal(["CIVIL"], both.Programmes.Select(p => p.Code));
        Assert.Empty((await RankAsync(host, new RankingQuery(Mixed, 50) { City = "Nulle part" })).Programmes);
    }

    [Theory, EveryDatabase]
    public async Task Components_add_up_what_their_programmes_have_best_first(Database database)
    {
        await using var host = await WithTownsAsync(database);
        var ranking = await RankAsync(host, new RankingQuery(Mixed, 50));

        Assert.Equal(ranking.Programmes.Count, ranking.Components.Sum(c => c.Programmes));
        foreach (var component in ranking.Components)
        {
            var own = ranking.Programmes.Where(p => p.Component == component.Component).ToList();
            Assert.Equal((own.Count, "Université d’essai"), (component.Programmes, component.University));
            Assert.Equal(own.Sum(p => p.Score), component.Score, 1e-9);
        }
        Assert.Equal(ranking.Components.OrderByDescending(c => c.Score), ranking.Components);
    }

    [Theory, EveryDatabase]
    public async Task The_year_of_study_comes_with_every_ranking_and_is_null_when_the_text_says_nothing_of_it(Database database)
    {
        await using var host = await WithTownsAsync(database);

        var read = await RankAsync(host, new RankingQuery(Mixed, 1));
        Assert.Equal((5, "fin d’études"), (read.YearOfStudy, read.YearReadFrom));
        var silent = await RankAsync(host, new RankingQuery("Suivre un chantier en béton armé", 1));
        Assert.Equal((null, null), (silent.YearOfStudy, silent.YearReadFrom));
        Assert.Equal(4, (await RankAsync(host, new RankingQuery("zzqx wvvkp qqrtz M1", 1))).YearOfStudy);
    }

    private static async Task<TestHost> WithTownsAsync(Database database)
    {
        var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        await host.TrainAsync();
        foreach (var (code, city) in ((string, string)[])[("INFO", "Saint-Martin-d’Hères"), ("CIVIL", "Valence"), ("MARKET", "Grenoble")])
        {
            await host.PublishAsync(new ProgrammeChanged(
                (await host.WithAsync<IProgrammes, IReadOnlyList<ProgrammeSnapshot>>(p => p.FindByCodeAsync([code], TestContext.Current.CancellationToken)))[0] with { City = city }, 9));
        }
        return host;
    }

    private static Task<Ranking> RankAsync(TestHost host, RankingQuery query) =>
        host.WithAsync<IProgrammeRanking, Ranking>(ranking => ranking.RankAsync(query, TestContext.Current.CancellationToken));
}
