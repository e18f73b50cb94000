using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Tests;

public sealed class TrainingTests
{
    private const string Start = "form[action*='tart']";
    private const string Job = "matching.train";
    private const string Text = "Lettrage des comptes et rapprochement bancaire au service de comptabilité";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    [Trait("Acceptance", "28")]
    public async Task An_administrator_starts_a_training_sees_its_figures_and_goes_back_to_an_older_version(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var admin = await host.AsAsync(Roles.Administrator);
        Assert.Contains("Aucun modèle", (await admin.GetAsync("/admin/models")).Text, StringComparison.Ordinal);

        // What is held out is right; what can be learnt is wrong: a model to do better than.
        await host.PublishAsync(MatchingHost.History(40, heldOut: true), MatchingHost.History(60, heldOut: false, shift: 1));
        var asked = await admin.SubmitAsync(await admin.GetAsync("/admin/models"), Start);
        Assert.Contains("va commencer", asked.Document.QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0", asked.Document.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Contains("en attente", asked.Text, StringComparison.Ordinal);
        await host.RunJobAsync(Job);
        Assert.Equal(["v1 sert"], await VersionsAsync(admin));

        // Many right labels: better, promoted.
        await host.PublishAsync(MatchingHost.History(300, heldOut: false));
        await TrainAsync(host, admin);
        Assert.Equal(["v2 sert", "v1 a servi"], await VersionsAsync(admin));

        // A flood of wrong ones: worse, kept, not promoted.
        await host.PublishAsync(MatchingHost.History(900, heldOut: false, shift: 3));
        await TrainAsync(host, admin);
        Assert.Equal(["v3 non retenue", "v2 sert", "v1 a servi"], await VersionsAsync(admin));
        Assert.Equal(2, (await host.RankAsync(Text)).ModelVersion);
        var card = await admin.GetAsync("/admin/models/3");
        Assert.Contains("Elle ne classe pas mieux", card.Text, StringComparison.Ordinal);
        Assert.Contains("la version 2 qui servait alors", card.Text, StringComparison.Ordinal);
        var models = await host.ModelsAsync();
        Assert.All(models, m => Assert.True(m is { Top1: not null, Top5: not null, Ece: not null, CpuSeconds: > 0 } && m.Card().Figures!.All.Count == 40));
        Assert.True(models[1].Top1 > models[0].Top1 && models[2].Top1 < models[1].Top1);

        // Back to an older one, asked once; the choice is written down.
        var ask = await admin.GetAsync("/admin/models/1/promote");
        Assert.Equal(2, (await host.RankAsync(Text)).ModelVersion);
        var done = await admin.SubmitAsync(ask, "main form[method=post]");
        Assert.Equal("/admin/models/1", done.Path);
        Assert.Contains("choix de Camille Essai", done.Text, StringComparison.Ordinal);
        Assert.Equal(["v3 non retenue", "v2 a servi", "v1 sert"], await VersionsAsync(admin));
        Assert.Equal(1, (await host.RankAsync(Text)).ModelVersion);
        Assert.Equal([1, 2, 1], (await host.PromotionsAsync()).Select(p => p.Version));
        Assert.NotNull((await host.PromotionsAsync())[2].By);

        // Open offers are tagged by the version that serves, older or not.
        var offer = MatchingHost.Offer("Comptabilité", Text);
        await host.PublishAsync(new OfferPosted(offer));
        await admin.SubmitAsync(await admin.GetAsync("/admin/models/2/promote"), "main form[method=post]");
        await host.SettleAsync();
        await admin.SubmitAsync(await admin.GetAsync("/admin/models/1/promote"), "main form[method=post]");
        await host.SettleAsync();
        Assert.Equal(1, await host.ReadAsync(db => db.Offers.Where(o => o.Id == offer.OfferId).Select(o => o.TaggedBy).SingleAsync(Cancellation)));
    }

    [Theory, EveryDatabase]
    public async Task Figures_are_of_texts_that_the_measured_model_has_not_seen_and_what_serves_has_learnt_from_all(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History(30, heldOut: true), MatchingHost.History(90, heldOut: false));
        await host.TrainAsync();

        var row = (await host.ModelsAsync()).Single();
        Assert.Equal((120, 120, 30), (row.Texts, row.Labels, row.Card().Figures!.All.Count));
        Assert.Equal(2, row.Card().WithoutExample);
        var measuring = Engine.ProgrammeModel.FromBytes((await host.BytesAsync(1, ModelUse.Measuring))!);
        var serving = TrainedModel.FromBytes((await host.BytesAsync(1))!).Ranking;
        Assert.Equal((90, 120), (Sum(measuring), Sum(serving)));

        static int Sum(Engine.ProgrammeModel model) => model.Programmes.Sum(p => model.ExamplesOf(p.Code));
    }

    [Fact]
    public void The_split_is_the_same_for_ever_and_holds_one_offer_in_ten_out()
    {
        var ids = Enumerable.Range(0, 10_000).Select(i => new Guid(i, 7, 26, 1, 2, 3, 4, 5, 6, 7, 8)).ToList();
        Assert.InRange(ids.Count(Split.IsHeldOut), 900, 1_100);
        // Offers that are held out today must be so in ten years: these ids were drawn once.
        Assert.Equal([0, 3, 8, 13, 20], ids.Take(60).Select((id, i) => (id, i)).Where(x => Split.IsHeldOut(x.id)).Select(x => x.i));
    }

    [Theory, EveryDatabase]
    public async Task Any_number_of_presses_is_one_training(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var admin = await host.AsAsync(Roles.Administrator);
        var page = await admin.GetAsync("/admin/models");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => admin.SubmitAsync(page, Start)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var run = Assert.Single(await host.RunsAsync());
        Assert.Equal((RunState.Queued, RunCause.Asked, "Camille Essai"), (run.State, run.Cause, run.ByName));
    }

    [Theory, EveryDatabase]
    public async Task A_training_that_waits_can_be_cancelled_and_another_asked_for(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        var admin = await host.AsAsync(Roles.Administrator);
        var asked = await admin.SubmitAsync(await admin.GetAsync("/admin/models"), Start);

        var cancelled = await admin.SubmitAsync(asked, "form[action*='ancel']");
        Assert.Contains("annulé", cancelled.Text, StringComparison.Ordinal);
        await host.RunJobAsync(Job);
        Assert.Empty(await host.ModelsAsync());
        Assert.Contains("déjà fini", (await admin.SubmitAsync(asked, "form[action*='ancel']")).Text, StringComparison.Ordinal);

        await TrainAsync(host, admin);
        Assert.Equal([RunState.Cancelled, RunState.Done], (await host.RunsAsync()).Select(r => r.State));
    }

    [Theory, EveryDatabase]
    public async Task What_a_dead_host_left_is_taken_over_when_its_lease_has_lapsed_and_given_up_after_the_second_death(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        await host.WithAsync<MatchingDb>(db => db.TryAddRunAsync(TrainingRun.Begin(RunCause.Asked, host.Clock.GetUtcNow().UtcDateTime), Cancellation));

        await host.RunJobAsync(Job);
        Assert.Equal(RunState.Running, (await host.RunsAsync()).Single().State);
        host.Clock.Advance(TrainingRun.Lease + TimeSpan.FromSeconds(1));
        await host.RunJobAsync(Job);
        var run = (await host.RunsAsync()).Single();
        Assert.Equal((RunState.Done, 2, 1), (run.State, run.Tries, run.Version));

        await host.WithAsync<MatchingDb>(db => db.TryAddRunAsync(TrainingRun.Begin(RunCause.Asked, host.Clock.GetUtcNow().UtcDateTime), Cancellation));
        host.Clock.Advance(TrainingRun.Lease + TimeSpan.FromSeconds(1));
        await host.WithAsync<MatchingDb>(db => db.ClaimRunAsync(host.Clock.GetUtcNow().UtcDateTime, Cancellation));
        host.Clock.Advance(TrainingRun.Lease + TimeSpan.FromSeconds(1));
        await host.RunJobAsync(Job);
        Assert.Equal(RunState.Failed, (await host.RunsAsync())[^1].State);
        Assert.Single(await host.ModelsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Who_lost_the_lease_can_neither_end_the_run_nor_say_how_far_it_is(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var first = TrainingRun.Begin(RunCause.Asked, now);
        await host.WithAsync<MatchingDb>(async db =>
        {
            Assert.True(await db.TryAddRunAsync(first, Cancellation));
            Assert.False(await db.TryAddRunAsync(TrainingRun.Begin(RunCause.Nightly, now), Cancellation));
            Assert.True(await db.RenewRunAsync(first, 0.5, now));
            var later = now + TrainingRun.Lease + TimeSpan.FromSeconds(1);
            var second = (await db.ClaimRunAsync(later, Cancellation))!;
            Assert.False(await db.RenewRunAsync(first, 0.9, later));
            Assert.False(await db.EndRunAsync(first, RunState.Done, 7, null, later));
            Assert.True(await db.CancelRunAsync(second.Id, later, Cancellation));
            Assert.False(await db.RenewRunAsync(second, 0.6, later));
            Assert.True(await db.EndRunAsync(second, RunState.Cancelled, null, null, later));
        });
        Assert.Equal((RunState.Cancelled, null), ((await host.RunsAsync()).Single().State, (await host.RunsAsync()).Single().Version));
    }

    [Theory, EveryDatabase]
    public async Task Bytes_of_old_versions_go_their_figures_stay_and_what_serves_is_kept(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History(30, heldOut: true), MatchingHost.History(60, heldOut: false));
        await host.TrainAsync();
        for (var version = 2; version <= 11; version++) await host.HasModelAsync(version, [1, 2, 3], serves: false);
        // The same labels again are not better: the first goes on serving.
        await host.TrainAsync();

        Assert.Equal([Finding.First, Finding.NotBetter], (await host.ModelsAsync()).Where(m => m.Version is 1 or 12).Select(m => m.Finding));
        Assert.NotNull(await host.BytesAsync(1));
        Assert.Null(await host.BytesAsync(2));
        Assert.NotNull(await host.BytesAsync(3));
        var admin = await host.AsAsync(Roles.Administrator);
        Assert.Null((await admin.GetAsync("/admin/models")).Document.QuerySelector("a[href='/admin/models/2/promote']"));
        Assert.Equal("/admin/models/1", (await admin.GetAsync("/admin/models/1/promote")).Path);
    }

    [Theory, EveryDatabase]
    public async Task The_page_shows_the_share_of_weak_matches_by_week(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        host.Clock.Set(new DateTimeOffset(2026, 2, 26, 9, 0, 0, TimeSpan.Zero));
        const string Clear = "Développer une application web en C# et SQL, API REST, tests";
        await host.PublishAsync(
            new OfferPosted(MatchingHost.Offer("Bonjour", "привет как дела", day: 5)), new OfferPosted(MatchingHost.Offer("Développement web", Clear, day: 3)),
            new OfferPosted(MatchingHost.Offer("Développement web", Clear, day: -40)),
            // Imported ones count in their week too; a history of years is not drawn.
            new OffersImported([.. ((int[])[4, -900]).Select(day => new ImportedOffer(MatchingHost.Offer("Développement web", Clear, day: day), false, [], CloseReason.Filled))]));
        await host.RunJobAsync("matching.tag-offers");

        var page = await (await host.AsAsync(Roles.Administrator)).GetAsync("/admin/models");

        var rows = page.Document.QuerySelectorAll("#drift-table tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim().Replace('\u00a0', ' ').Replace('\u202f', ' ')))).ToList();
        Assert.Equal(["05/01/2026 0,0 % 1", "23/02/2026 33,3 % 3"], rows);
        Assert.Contains("4 dernières semaines", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_gets_the_pages()
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite);
        await host.PublishAsync(MatchingHost.History());
        await host.TrainAsync();
        foreach (var role in Roles.All.Where(r => r != Roles.Administrator))
        {
            var somebody = await host.AsAsync(role);
            foreach (var path in (string[])["/admin/models", "/admin/models/1", "/admin/models/1/promote"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync(path)).Status);
                Assert.NotEqual(HttpStatusCode.OK, (await somebody.PostAsync(path)).Status);
            }
            Assert.NotEqual(HttpStatusCode.OK, (await somebody.PostAsync("/admin/models?handler=Start")).Status);
        }
        Assert.StartsWith("/account/login", (await host.Anonymous().GetAsync("/admin/models")).Path, StringComparison.Ordinal);
        Assert.Single(await host.RunsAsync());
        var admin = await host.AsAsync(Roles.Administrator);
        foreach (var path in (string[])["/admin/models/99", "/admin/models/0/promote", "/admin/models/x"]) Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(path)).Status);
        Assert.NotNull((await admin.GetAsync("/admin")).Document.QuerySelector("main a[href='/admin/models']"));
    }

    [Theory, EveryDatabase]
    public async Task A_programme_with_only_a_description_is_in_the_first_five_right_after_its_file_is_uploaded(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        await host.TrainAsync();
        var admin = await host.AsAsync(Roles.Administrator);
        var csv = $"code,name,component,university,level,description\nOENO,Licence OE,Institut agronomique,Université d’essai,Bac+3,\"Conduite de la vigne, vendanges, vinification, assemblage et dégustation des vins, travail de cave.\"\n";

        var report = await admin.UploadAsync(
            await admin.GetAsync("/catalogue/import"), "form[enctype]", "Upload", "p.csv", System.Text.Encoding.UTF8.GetBytes(csv));
        await host.SettleAsync();

        Assert.Equal(HttpStatusCode.OK, report.Status);
        Assert.Contains("OENO", await host.CodesAsync(SmallUniversity.NewText));
    }

    private static async Task TrainAsync(TestHost host, Visitor admin)
    {
        host.Clock.Advance(TimeSpan.FromHours(1));
        await admin.SubmitAsync(await admin.GetAsync("/admin/models"), Start);
        await host.RunJobAsync(Job);
        await host.SettleAsync();
    }

    private static async Task<List<string>> VersionsAsync(Visitor admin)
    {
        var page = await admin.GetAsync("/admin/models");
        return [.. page.Document.QuerySelectorAll("main > table tbody tr").Select(r => $"{r.Children[0].TextContent.Trim()} {r.Children[2].TextContent.Trim()}")];
    }
}
