using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Offers;

namespace SmartRecruiting.Matching.Tests;

public sealed class TagTests
{
    private static readonly OfferSnapshot Web = MatchingHost.Offer(
        "Développement web", "Stage de fin d’études (M2). Développer une application web en C# et SQL, API REST, tests automatisés.", day: 1);

    private static readonly OfferSnapshot Law = MatchingHost.Offer("Juriste", "Rédaction de contrats, contentieux des sociétés et veille juridique en cabinet d’avocats.", day: 2);
    private static readonly OfferSnapshot Care = MatchingHost.Offer("Soins à l’hôpital", "Soins aux patients, hygiène hospitalière et surveillance des malades.", day: 3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_new_model_tags_what_is_open_again_and_the_past_once(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var past = MatchingHost.History();
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law), new OfferClosed(Law.OfferId, 2, CloseReason.Expired));
        await host.PublishAsync(past, new OffersImported([new ImportedOffer(Care, true, [], null)]));

        await TrainAndTagAsync(host);

        List<Guid> open = [Web.OfferId, Care.OfferId], closed = [.. past.Offers.Select(o => o.Offer.OfferId), Law.OfferId];
        var tags = await ByTrainedModelsAsync(host);
        Assert.Equal(open.Concat(closed).Select(id => (id, 1)).Order(), tags);
        Assert.Equal("informatics", (await host.FindAsync(Web.OfferId))!.Domain);
        Assert.Equal("health", (await host.FindAsync(Care.OfferId))!.Domain);

        await TrainAndTagAsync(host);

        Assert.Equal(tags.Concat(open.Select(id => (id, 2))).Order(), await ByTrainedModelsAsync(host));
        var rows = await host.ReadAsync(db => db.Offers.AsNoTracking().ToListAsync(Cancellation));
        Assert.All(rows, row => Assert.Equal(row.IsOpen ? 2 : 1, row.TaggedBy));
        Assert.DoesNotContain(rows, row => row.Domain == "" || row.BestStrength is null || row.Week is null);
        Assert.Equal(["Développement web", "Soins à l’hôpital"], (await host.TitlesAsync(null)).Order());
    }

    [Theory, EveryDatabase]
    public async Task Before_any_training_descriptions_alone_tag_the_past_and_the_first_trained_model_does_it_anew(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var past = MatchingHost.History(30);
        await host.PublishAsync(past);
        Assert.Empty(await host.TagsAsync());

        await host.RunJobAsync("matching.tag-offers");
        await host.RunJobAsync("matching.tag-offers");
        Assert.Equal(past.Offers.Select(o => (o.Offer.OfferId, 0)).Order(), (await host.TagsAsync()).Select(t => (t.OfferId, t.ModelVersion)).Order());

        await TrainAndTagAsync(host);
        Assert.Equal(past.Offers.Select(o => (o.Offer.OfferId, 1)).Order(), await ByTrainedModelsAsync(host));
    }

    [Theory, EveryDatabase]
    public async Task Tags_say_what_the_ranking_of_the_same_text_says(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        await host.TrainAsync();
        var nothing = MatchingHost.Offer("Bonjour", "привет как дела");
        OfferSnapshot[] offers = [Web, Law, Care, nothing];

        await host.PublishAsync([.. offers.Select(o => new OfferPosted(o))]);

        var tags = await host.TagsAsync();
        foreach (var offer in offers)
        {
            var tagged = tags.Single(t => t.OfferId == offer.OfferId);
            var ranking = await host.RankAsync(KnownOffer.TextOf(offer), 10);
            Assert.Equal(ranking.Programmes.Select(p => p.ProgrammeId), tagged.Programmes);
            Assert.Equal(ranking.Programmes.Select(p => (p.Score, p.Strength)).FirstOrDefault(), (tagged.BestScore, tagged.Best));
            Assert.Equal(ranking.YearOfStudy, tagged.YearOfStudy);
        }
        Assert.Equal([5, null, null, null], offers.Select(o => tags.Single(t => t.OfferId == o.OfferId).YearOfStudy));
        Assert.Empty(tags.Single(t => t.OfferId == nothing.OfferId).Programmes);
    }

    [Theory, EveryDatabase]
    public async Task Many_offers_are_told_in_few_events_and_an_offer_that_arrives_by_itself(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History(450, heldOut: false));
        await host.RunJobAsync("matching.tag-offers");
        await host.PublishAsync(new OfferPosted(Web));

        Assert.Equal([1, 50, 200, 200], (await host.TagEventsAsync()).Select(t => t.Offers.Count).Order());
    }

    private static async Task TrainAndTagAsync(TestHost host)
    {
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.TrainAsync();
        await host.RunJobAsync("matching.tag-offers");
        await host.SettleAsync();
    }

    private static async Task<List<(Guid, int)>> ByTrainedModelsAsync(TestHost host) =>
        [.. (await host.TagsAsync()).Where(t => t.ModelVersion > 0).Select(t => (t.OfferId, t.ModelVersion)).Order()];
}
