using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SmartRecruiting.Matching.Tests;

public sealed class TopicTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Themes_are_learnt_from_offers_and_shown_as_rising_and_falling(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        // Law was half of the year before last and is a fifth of the last one.
        await host.PublishAsync(new OffersImported([.. Offers(600)]));

        await host.RunJobAsync("matching.first-topics");

        var set = Assert.Single(await host.ReadAsync(db => db.TopicSets.AsNoTracking().ToListAsync(Cancellation)));
        Assert.True(set.IsComplete);
        Assert.InRange(set.Coherence, 0.1, 1);
        Assert.Equal(600, await host.ReadAsync(db => db.OfferTopics.CountAsync(Cancellation)));
        var topics = await host.ReadAsync(db => db.Topics.AsNoTracking().ToListAsync(Cancellation));
        Assert.Contains(topics.Count, (int[])[10, 15, 20, 30]);
        Assert.All(topics, t => Assert.InRange(t.Words.Split(';').Length, 1, 8));

        using var director = await host.AsAsync(Roles.Director);
        var page = await director.GetAsync("/themes");
        Assert.Contains("en hausse", page.Text);
        Assert.Contains("en baisse", page.Text);
        Assert.All(page.Document.QuerySelectorAll("tbody tr"), row => Assert.NotEmpty(row.QuerySelector("th")!.TextContent.Trim()));
        Assert.InRange(page.Document.All.Length, 1, 390);
    }

    [Theory, EveryDatabase]
    public async Task The_next_learning_takes_the_place_of_the_one_before(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(new OffersImported([.. Offers(520)]));
        await host.RunJobAsync("matching.learn-topics");
        var first = await host.ReadAsync(db => db.TopicSets.AsNoTracking().SingleAsync(Cancellation));

        // Nothing is missing: the job of the first themes leaves them.
        await host.RunJobAsync("matching.first-topics");
        Assert.Equal(first.Id, (await host.ReadAsync(db => db.TopicSets.AsNoTracking().SingleAsync(Cancellation))).Id);

        await host.RunJobAsync("matching.learn-topics");
        var second = await host.ReadAsync(db => db.TopicSets.AsNoTracking().SingleAsync(Cancellation));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(first.Coherence, second.Coherence, 9);
        Assert.Equal(520, await host.ReadAsync(db => db.OfferTopics.CountAsync(t => t.SetId == second.Id, Cancellation)));
        Assert.Equal(520, await host.ReadAsync(db => db.OfferTopics.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Too_few_offers_make_no_themes_and_the_page_says_when_there_will_be_some()
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite);
        await host.PublishAsync(new OffersImported([.. Offers(60)]));

        await host.RunJobAsync("matching.learn-topics");

        using var manager = await host.AsAsync(Roles.Manager);
        Assert.Contains("500", (await manager.GetAsync("/themes")).All(".empty p")[0]);
    }

    [Theory]
    [InlineData(Roles.Student)]
    [InlineData(Roles.Recruiter)]
    public async Task Nobody_else_sees_the_themes(string role)
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite);
        using var somebody = await host.AsAsync(role);

        Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync("/themes")).Status);
    }

    private static IEnumerable<ImportedOffer> Offers(int count)
    {
        var dice = new Random(7);
        var byLabel = SmallUniversity.Labelled.GroupBy(l => l.Labels[0]).ToDictionary(g => g.Key, g => g.Select(l => l.Text).ToList());
        var others = byLabel.Keys.Where(k => k != "DROIT").Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < count; i++)
        {
            var recent = i % 2 == 0;
            var label = dice.NextDouble() < (recent ? 0.1 : 0.5) ? "DROIT" : others[dice.Next(others.Count)];
            var texts = byLabel[label];
            var text = string.Join(' ', Enumerable.Range(0, 3).Select(_ => texts[dice.Next(texts.Count)]));
            var offer = MatchingHost.Offer($"Offre {i}", text) with { PostedAt = Now.AddDays(recent ? -dice.Next(1, 360) : -dice.Next(370, 720)) };
            yield return new ImportedOffer(offer, false, [], CloseReason.Expired);
        }
    }
}
