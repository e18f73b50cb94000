namespace SmartRecruiting.Matching.Tests;

public sealed class SimulationTests
{
    private static readonly string[] Vine = ["Vinification", "Dégustation de vins", "Vendanges", "Assemblage"];

    private static readonly OfferSnapshot Wine = MatchingHost.Offer("Aide-œnologue", SmallUniversity.NewText);

    private static readonly OfferSnapshot Web = MatchingHost.Offer("Développement web", "Développer une application web en C# et SQL, API REST, tests automatisés.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_programme_of_an_untaught_trade_gains_its_offers_and_not_those_that_are_well_served(Database database)
    {
        await using var host = await KnowingAsync(database);
        await host.TrainAsync();
        var before = await host.RankAsync(SmallUniversity.NewText);

        var simulated = await SimulateAsync(host, Vine, Wine.OfferId, Web.OfferId, Guid.CreateVersion7());

        Assert.Equal((2, 1), (simulated.Offers, simulated.Gained));
        Assert.Equal([Wine.OfferId], simulated.GainedOffers);
        // It was only thought of.
        Assert.Equal(before.Programmes.Select(p => p.Code), (await host.RankAsync(SmallUniversity.NewText)).Programmes.Select(p => p.Code));
        Assert.Equal(12, await host.ReadAsync(db => Task.FromResult(db.Programmes.Count())));
    }

    [Fact]
    public async Task A_skill_may_be_named_by_its_id()
    {
        await using var host = await KnowingAsync(Database.Sqlite);
        var offer = MatchingHost.Offer("Ébénisterie", "Ébénisterie à l’atelier, ébénisterie sur mesure.");
        await host.PublishAsync(new OffersImported([new ImportedOffer(offer, false, [], CloseReason.Filled)]));
        await host.TrainAsync();

        Assert.Equal([offer.OfferId], (await SimulateAsync(host, ["cabinet-making"], offer.OfferId)).GainedOffers);
        Assert.Equal([offer.OfferId], (await SimulateAsync(host, ["Ébénisterie"], offer.OfferId)).GainedOffers);
        Assert.Empty((await SimulateAsync(host, ["cabinet"], offer.OfferId)).GainedOffers);
    }

    [Fact]
    public async Task Without_a_model_a_skill_or_an_offer_nothing_is_gained()
    {
        await using var empty = await TestHost.StartAsync(Database.Sqlite);
        await empty.PublishAsync(new OffersImported([new ImportedOffer(Wine, true, [], null)]));
        var without = await SimulateAsync(empty, Vine, Wine.OfferId);
        Assert.Equal((1, 0), (without.Offers, without.Gained));

        await using var host = await KnowingAsync(Database.Sqlite);
        Assert.Equal(0, (await SimulateAsync(host, [" "], Wine.OfferId)).Gained);
        Assert.Equal(0, (await SimulateAsync(host, Vine)).Offers);
    }

    private static async Task<TestHost> KnowingAsync(Database database)
    {
        var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History(), new OffersImported([new ImportedOffer(Wine, false, [], CloseReason.Expired), new ImportedOffer(Web, true, [], null)]));
        return host;
    }

    private static Task<SimulatedProgramme> SimulateAsync(TestHost host, string[] skills, params Guid[] offers) =>
        host.WithAsync<IProgrammeSimulation, SimulatedProgramme>(simulation => simulation.SimulateAsync(skills, "Bac+3", offers, Cancellation));
}
