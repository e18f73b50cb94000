using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Tests;

public sealed class FeedbackTests
{
    private static readonly DateTime Day = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_judgement_becomes_a_label_with_its_author_however_often_it_is_delivered(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var (info, offer, by) = (await host.ProgrammeIdAsync("INFO"), MatchingHost.Offer("Développement web", "Développer une application web"), Guid.CreateVersion7());
        await host.PublishAsync(new OfferPosted(offer));
        foreach (var (role, source) in ((string, LabelSource)[])[(Roles.Recruiter, LabelSource.Recruiter), (Roles.Manager, LabelSource.Manager), (Roles.Student, LabelSource.Student)])
        {
            var judged = new MatchJudged(offer.OfferId, info, Fits: role != Roles.Student, by, role, Day.AddHours((int)source));

            await host.PublishAsync(judged);
            var first = (await host.LabelsAsync()).Single();
            await host.PublishAsync(judged, judged with { EventId = Guid.CreateVersion7() });

            var label = (await host.LabelsAsync()).Single();
            Assert.Equal((offer.OfferId, "INFO", source, role != Roles.Student, by), (label.OfferId, label.ProgrammeCode, label.Source, label.Fits, label.By));
            Assert.Equal(first.Id, label.Id);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_newest_judgement_stands_whatever_order_they_come_in(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var (info, offer) = (await host.ProgrammeIdAsync("INFO"), MatchingHost.Offer("Développement web", "Développer une application web"));
        await host.PublishAsync(new OfferPosted(offer));
        MatchJudged Judged(bool fits, int hour) => new(offer.OfferId, info, fits, Guid.CreateVersion7(), Roles.Manager, Day.AddHours(hour));

        await host.PublishAsync(Judged(true, 2), Judged(false, 1));
        Assert.True((await host.LabelsAsync()).Single().Fits);
        await host.PublishAsync(Judged(false, 3));
        Assert.False((await host.LabelsAsync()).Single().Fits);
    }

    [Theory, EveryDatabase]
    public async Task What_is_said_in_words_outweighs_a_history_and_a_transmission_before_it_or_after(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var info = await host.ProgrammeIdAsync("INFO");
        foreach (var judgedFirst in (bool[])[false, true])
        {
            var offer = MatchingHost.Offer("Développement web", "Développer une application web");
            var judged = new MatchJudged(offer.OfferId, info, Fits: false, Guid.CreateVersion7(), Roles.Manager, offer.PostedAt.AddDays(-1));
            IntegrationEvent[] implied =
            [
                new OfferTransmitted(Guid.CreateVersion7(), info, offer, Strength.Good, [], offer.PostedAt), new OffersImported([new ImportedOffer(offer, true, ["INFO"], null)]),
            ];

            await host.PublishAsync(new OfferPosted(offer));
            await host.PublishAsync(judgedFirst ? [judged, .. implied] : [.. implied, judged]);

            var label = (await host.LabelsAsync()).Single(l => l.OfferId == offer.OfferId);
            Assert.Equal((LabelSource.Manager, false), (label.Source, label.Fits));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_judgement_that_comes_before_its_offer_or_its_programme_waits_for_it(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var (info, offer) = (await host.ProgrammeIdAsync("INFO"), MatchingHost.Offer("Développement web", "Développer une application web"));
        var judged = new MatchJudged(offer.OfferId, info, true, Guid.CreateVersion7(), Roles.Recruiter, Day);
        Task TakeAsync(MatchJudged happened) => host.WithAsync<TakeJudgement>(handler => handler.HandleAsync(happened, Cancellation));

        await Assert.ThrowsAsync<InvalidOperationException>(() => TakeAsync(judged));
        await host.PublishAsync(new OfferPosted(offer));
        await Assert.ThrowsAsync<InvalidOperationException>(() => TakeAsync(judged with { ProgrammeId = Guid.CreateVersion7() }));
        await TakeAsync(judged);

        Assert.Equal(LabelSource.Recruiter, (await host.LabelsAsync()).Single().Source);
    }

    [Theory, EveryDatabase]
    public async Task Not_this_one_makes_the_programme_less_likely_for_such_texts(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        await host.TrainAsync();
        const string Text = "Corriger les anomalies du logiciel de caisse, former les vendeurs à la caisse du magasin";
        var info = await host.ProgrammeIdAsync("INFO");
        double ScoreOf(Ranking ranking) => ranking.Programmes.Single(p => p.Code == "INFO").Score;
        var before = ScoreOf(await host.RankAsync(Text, 12));

        foreach (var i in Enumerable.Range(0, 10))
        {
            var offer = MatchingHost.Offer($"Caisse {i}", Text);
            await host.PublishAsync(new OfferPosted(offer), new MatchJudged(offer.OfferId, info, Fits: false, Guid.CreateVersion7(), Roles.Manager, Day));
        }
        await host.TrainAsync();

        var ranking = await host.RankAsync(Text, 12);
        Assert.Equal(2, ranking.ModelVersion);
        Assert.InRange(ranking.State is RankingState.Match ? ScoreOf(ranking) : 0, 0, before * 0.8);
        Assert.Equal((60, 70, 10), ((await host.ModelsAsync())[1].Texts, (await host.ModelsAsync())[1].Labels, (await host.ModelsAsync())[1].Card().Against));
    }

    [Theory, EveryDatabase]
    public async Task Judgements_count_among_the_new_labels_that_cause_a_training_at_night(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History(40));
        await host.RunJobAsync("matching.retrain");
        var labels = (await host.LabelsAsync()).Take(2).ToList();

        foreach (var label in labels)
        {
            await host.PublishAsync(new MatchJudged(label.OfferId, await host.ProgrammeIdAsync(label.ProgrammeCode), Fits: false, Guid.CreateVersion7(), Roles.Student, Day));
            await host.RunJobAsync("matching.retrain");
            // One changed in 40 is too few, two are 5 %.
            Assert.Equal(label == labels[0] ? 1 : 2, (await host.ModelsAsync()).Count);
        }
    }
}
