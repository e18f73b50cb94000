using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Tests;

public sealed class ModelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Without_any_programme_nothing_is_ready_and_nothing_fails(Database database)
    {
        await using var host = await TestHost.StartAsync(database);

        Assert.Equal(RankingState.NotReady, (await host.RankAsync("Développer une application web en C# et SQL")).State);
        Assert.Equal(Domains.Other, (await host.WithAsync<ITextAnalysis, TextFacts>(a => Task.FromResult(a.Analyse("Développer en C#")))).Domain);
    }

    [Theory, EveryDatabase]
    [Trait("Acceptance", "6")]
    public async Task Ranking_works_before_any_training(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);

        var ranking = await host.RankAsync("Développer une application web en C# et SQL, API REST, tests");

        Assert.Equal((RankingState.Match, 0), (ranking.State, ranking.ModelVersion));
        var first = ranking.Programmes[0];
        Assert.Equal(("INFO", "Ingénieur informatique", "École d’ingénierie", "Bac+5"), (first.Code, first.Name, first.Component, first.Level));
        Assert.Equal(await host.ProgrammeIdAsync("INFO"), first.ProgrammeId);
        Assert.Contains(first.Reasons, r => r is { Term: "C#", IsSkill: true });
        Assert.Contains(first.Reasons, r => !r.IsSkill);
        Assert.NotEqual(Strength.None, first.Strength);
        Assert.Empty(await host.ModelsAsync());
    }

    [Theory, EveryDatabase]
    [Trait("Acceptance", "7")]
    public async Task Meaningless_text_gives_no_invented_list(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);

        foreach (var text in (string[])["azerty qsdf lorem wxcvbn 12345", "bonjour", "", "привет как дела"])
        {
            var ranking = await host.RankAsync(text);
            Assert.Equal(RankingState.NoReliableMatch, ranking.State);
            Assert.Empty(ranking.Programmes);
        }
    }

    [Theory, EveryDatabase]
    public async Task Known_words_without_reliable_match_give_the_nearest_as_weak_and_with_reasons(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);

        // The programme that it fits is of another level.
        var ranking = await host.RankAsync("Développer une application web en C# et SQL, API REST, tests, algorithmique et contrôle du code", 12, "Bac+3");

        Assert.Equal(RankingState.NoReliableMatch, ranking.State);
        Assert.InRange(ranking.Programmes.Count, 1, 5);
        Assert.All(ranking.Programmes, p => Assert.InRange(p.Strength, Strength.None, Strength.Weak));
        Assert.All(ranking.Programmes, p => Assert.NotEmpty(p.Reasons));
        Assert.Empty(ranking.Components);
    }

    [Theory, EveryDatabase]
    public async Task A_ranking_is_as_long_as_asked_for_and_of_the_levels_asked_for(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        const string Text = "Rédaction de contrats, comptabilité, vente et gestion des stocks";

        Assert.Single((await host.RankAsync(Text, 1)).Programmes);
        Assert.Equal(12, (await host.RankAsync(Text, 50)).Programmes.Count);
        var some = (await host.RankAsync(Text, 50, "Bac+3")).Programmes;
        Assert.Equal(7, some.Count);
        Assert.All(some, p => Assert.Equal("Bac+3", p.Level));
    }

    [Theory, EveryDatabase]
    public async Task Each_training_leaves_a_row_with_its_cost_and_the_newest_promoted_model_serves(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());

        await host.TrainAsync();
        Assert.Equal(1, (await host.RankAsync("Lettrage et rapprochement de la comptabilité")).ModelVersion);
        host.Clock.Advance(TimeSpan.FromHours(1));
        var report = await host.WithAsync<ITraining, TrainingReport>(t => t.TrainAsync(null, Cancellation));
        // A model that was never good enough does not serve, however new.
        await host.HasModelAsync(3, (await host.BytesAsync(2))!, serves: false);
        await LookAgainAsync(host);

        var models = await host.ModelsAsync();
        Assert.Equal((2, 12, 60), (report.Version, report.Programmes, report.Texts));
        Assert.Equal([1, 2, 3], models.Select(m => m.Version));
        Assert.All(models.Take(2), m =>
        {
            Assert.Equal((12, 60), (m.Programmes, m.Texts));
            Assert.True(m.Bytes > 1_000 && m.Seconds > 0 && m.CpuSeconds > 0);
        });
        Assert.Equal([(1, 1), (2, 2)], (await host.PromotionsAsync()).Select(p => (p.Number, p.Version)));
        Assert.Equal(models[0].Bytes, (await host.BytesAsync(1))!.Length);
        var ranking = await host.RankAsync("Lettrage des comptes et rapprochement bancaire au service de comptabilité");
        Assert.Equal((2, "COMPTA"), (ranking.ModelVersion, ranking.Programmes[0].Code));
    }

    [Theory, EveryDatabase]
    public async Task A_training_that_is_cancelled_leaves_the_model_that_served(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        await host.TrainAsync();

        using var soon = new CancellationTokenSource();
        var progress = new Reports(_ => soon.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.WithAsync<ITraining>(t => t.TrainAsync(progress, soon.Token)));

        Assert.Equal(1, (await host.ModelsAsync()).Single().Version);
        Assert.Equal(1, (await host.RankAsync("Lettrage de la comptabilité")).ModelVersion);
    }

    [Theory, EveryDatabase]
    public async Task A_programme_saved_after_the_training_competes_at_once_and_reads_as_it_is_written_last(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        await host.TrainAsync();
        Assert.DoesNotContain("OENO", await host.CodesAsync(SmallUniversity.NewText));

        await host.ImportAsync("programmes", $"{SmallUniversity.Head}\n{SmallUniversity.NewRow}");
        Assert.Contains("OENO", await host.CodesAsync(SmallUniversity.NewText));
        Assert.Equal(1, (await host.RankAsync(SmallUniversity.NewText)).ModelVersion);

        const string Other = "Élevage des abeilles, ruchers et récolte du miel";
        Assert.NotEqual("OENO", (await host.CodesAsync(Other, 1)).FirstOrDefault());
        await host.ImportAsync(
            "programmes", $"{SmallUniversity.Head}\nOENO,Licence Apiculture,Institut agronomique,Université d’essai,Bac+3,3,agronomy,\"Élevage des abeilles, ruchers, récolte du miel.\",miel,Apiculteur,A1409,Eden Essai,oeno@essais.example");
        var first = (await host.RankAsync(Other)).Programmes[0];
        Assert.Equal(("OENO", "Licence Apiculture"), (first.Code, first.Name));
    }

    [Theory, EveryDatabase]
    public async Task An_older_copy_of_a_programme_that_comes_late_changes_nothing(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var now = new ProgrammeSnapshot(
            Guid.CreateVersion7(), "NEW", "new", "Apiculture", "Institut", "Université", "Bac+3", [3], "Élevage des abeilles, ruchers, récolte du miel.", [], [], [], null, null, null);

        await host.PublishAsync(new ProgrammeChanged(now, 2), new ProgrammeChanged(now with { Name = "Ancien nom", Description = "Rien" }, 1));

        Assert.Equal("Apiculture", (await host.RankAsync("Récolte du miel et abeilles")).Programmes[0].Name);
    }

    [Theory, EveryDatabase]
    public async Task A_model_row_with_damaged_bytes_leaves_ranking_to_the_descriptions_until_the_next_training(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        await host.TrainAsync();
        var good = (await host.BytesAsync(1))!;
        byte[][] broken = [[], [1, 2], good[..(good.Length / 2)], [.. good.Reverse()], [.. good[..100], .. good[101..]]];
        foreach (var content in broken)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await host.HasModelAsync((await host.ModelsAsync()).Count + 1, content, serves: true);
            await LookAgainAsync(host);

            var ranking = await host.RankAsync("Développer une application web en C# et SQL, API REST, tests");
            Assert.Equal((RankingState.Match, 0, "INFO"), (ranking.State, ranking.ModelVersion, ranking.Programmes[0].Code));
        }

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.TrainAsync();
        Assert.Equal(broken.Length + 2, (await host.RankAsync("Développer une application web en C#")).ModelVersion);
    }

    [Theory, EveryDatabase]
    public async Task History_and_transmission_of_an_offer_leave_one_label_in_either_order(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var info = await host.ProgrammeIdAsync("INFO");
        foreach (var historyFirst in (bool[])[true, false])
        {
            var offer = MatchingHost.Offer("Développement web", "Développer une application web en C# et SQL");
            var history = new OffersImported([new ImportedOffer(offer, true, ["INFO", "DROIT", "INFO"], null)]);
            var sent = new OfferTransmitted(Guid.CreateVersion7(), info, offer, Strength.Good, [], offer.PostedAt);

            await host.PublishAsync(historyFirst ? [history, sent] : [sent, history]);
            await host.PublishAsync(history, sent);

            var labels = (await host.LabelsAsync()).Where(l => l.OfferId == offer.OfferId).ToList();
            Assert.Equal(["DROIT", "INFO"], labels.Select(l => l.ProgrammeCode).Order());
            Assert.All(labels, l => Assert.True(l.Fits));
        }
    }

    [Theory, EveryDatabase]
    public async Task What_was_imported_teaches_and_what_was_sent_too(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History(30));
        var offer = MatchingHost.Offer("Zythologie", "Brasser le houblon pour des voyageurs");
        await host.PublishAsync(
            new OfferPosted(offer), new OfferTransmitted(Guid.CreateVersion7(), await host.ProgrammeIdAsync("TOUR"), offer, Strength.Weak, [], offer.PostedAt));

        var report = await host.WithAsync<ITraining, TrainingReport>(t => t.TrainAsync(null, Cancellation));

        Assert.Equal(31, report.Texts);
        Assert.Equal("TOUR", (await host.CodesAsync("Brasser du houblon avec des voyageurs"))[0]);
    }

    [Theory, EveryDatabase]
    public async Task The_nightly_job_trains_only_when_5_percent_of_the_labels_are_new(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.RunJobAsync("matching.retrain");
        Assert.Empty(await host.ModelsAsync());

        await host.PublishAsync(MatchingHost.History(40));
        await host.RunJobAsync("matching.retrain");
        Assert.Equal([40], (await host.ModelsAsync()).Select(m => m.Texts));

        await host.RunJobAsync("matching.retrain");
        await LearnAsync();
        await host.RunJobAsync("matching.retrain");
        Assert.Single(await host.ModelsAsync());

        await LearnAsync();
        await host.RunJobAsync("matching.retrain");
        Assert.Equal([40, 42], (await host.ModelsAsync()).Select(m => m.Texts));

        Task LearnAsync() => host.PublishAsync(new OffersImported([new ImportedOffer(MatchingHost.Offer("Vente", "Vendre en magasin"), false, ["MARKET"], CloseReason.Filled)]));
    }

    // What another host commits is seen a moment later; what this one commits, at once: so it takes a programme in.
    private static Task LookAgainAsync(TestHost host)
    {
        var snapshot = new ProgrammeSnapshot(Guid.CreateVersion7(), $"N{Guid.NewGuid():N}", "n", "Apiculture", "Institut", "Université", "Bac+3", [3], "Ruchers et miel.", [], [], [], null, null, null);
        return host.PublishAsync(new ProgrammeChanged(snapshot, 1));
    }

    private sealed class Reports(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
