using System.Globalization;
using System.Text;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.EndToEnd;

/// <summary>A training beside the pages: it is seen to go on, ends when nobody wants it, and outlives its process.</summary>
public sealed class TrainingTests
{
    private const string Siret = "73282932000074";
    private const string Administrator = "admin@essais.example";
    private const int Programmes = 40;
    private const int OffersEach = 40;

    // Words of one programme and words of all: enough of them that a training takes some seconds.
    private static readonly string[] Syllables = ["ba", "co", "di", "fu", "ga", "lo", "mi", "nu", "pa", "ro", "si", "tu", "va", "zo", "cha", "tri"];

    [Theory, EveryDatabase]
    [Trait("Acceptance", "28")]
    public async Task Killed_while_it_trains_the_old_model_serves_and_the_next_run_is_clean(Database database)
    {
        await using var host = await (await PrepareAsync(database)).ReleaseAsync();
        await host.StartAsync();
        var admin = await SignInAsync(host);
        await StartAsync(admin);
        await host.KillAsync();
        await host.StartAsync();

        Assert.Equal(["v1 sert"], await VersionsAsync(admin));
        Assert.Contains("Filière 7 ", (await host.Visitor().GetAsync($"/programmes?q={Text(7, 1)}")).Text, StringComparison.Ordinal);
        // What was asked for is not forgotten: the run is taken over, from its beginning.
        await Wait.UntilAsync(async () => (await admin.GetAsync("/admin/models")).Text.Contains("terminé", StringComparison.Ordinal), "the training to be done by the next process", 180);

        var versions = await VersionsAsync(admin);
        Assert.Equal(2, versions.Count);
        Assert.StartsWith("v2 ", versions[0], StringComparison.Ordinal);
        var card = await admin.GetAsync("/admin/models/2");
        Assert.Contains("Offres 1 600", card.Text, StringComparison.Ordinal);
        Assert.NotEmpty(card.Document.QuerySelectorAll("main table tbody tr"));
    }

    [Theory, EveryDatabase]
    public async Task A_training_under_way_ends_when_an_administrator_cancels_it_and_nothing_is_left_of_it(Database database)
    {
        await using var host = await (await PrepareAsync(database)).ReleaseAsync();
        await host.StartAsync();
        var admin = await SignInAsync(host);
        var running = await StartAsync(admin);

        var said = await admin.SubmitAsync(running, "form[action*='ancel']");
        Assert.Contains("s’arrête", said.Text, StringComparison.Ordinal);
        await Wait.UntilAsync(async () => (await admin.GetAsync("/admin/models")).Document.QuerySelector("progress") is null, "the training to end");

        Assert.Contains("annulé", (await admin.GetAsync("/admin/models")).Text, StringComparison.Ordinal);
        Assert.Equal(["v1 sert"], await VersionsAsync(admin));
    }

    [Fact]
    public async Task The_command_says_what_it_trained_and_whether_it_serves()
    {
        var prepared = await TestHost.StartAsync();
        await prepared.ImportAsync("programmes", $"code,name,component,university,level,description\nF1,Filière 1,École,Université,Bac+5,{Text(1, 0)}\n");
        await using var host = await prepared.ReleaseAsync();

        var (exit, output, errors) = await host.CommandAsync("train");

        Assert.Equal((0, ""), (exit, errors));
        Assert.StartsWith("Model 1: 1 programmes, 0 labelled texts, ", output, StringComparison.Ordinal);
        Assert.Contains("Promoted: ", output, StringComparison.Ordinal);
    }

    // Presses the button, and returns when the page shows that something is done already.
    private static async Task<Page> StartAsync(Visitor admin)
    {
        await admin.SubmitAsync(await admin.GetAsync("/admin/models"), "form[action*='tart']");
        Page page = null!;
        await Wait.UntilAsync(
            async () =>
            {
                page = await admin.GetAsync("/admin/models");
                var progress = page.Document.QuerySelector("progress") ?? throw new InvalidOperationException("No training is under way: " + page.Text);
                return double.Parse(progress.GetAttribute("value")!, CultureInfo.InvariantCulture) > 0;
            },
            "the training to begin");
        return page;
    }

    private static async Task<List<string>> VersionsAsync(Visitor admin)
    {
        var page = await admin.GetAsync("/admin/models");
        return [.. page.Document.QuerySelectorAll("main > table tbody tr").Select(r => $"{r.Children[0].TextContent.Trim()} {r.Children[2].TextContent.Trim()}")];
    }

    private static async Task<TestHost> PrepareAsync(Database database)
    {
        var host = await TestHost.StartAsync(database);
        host.Clock.Set(DateTimeOffset.UtcNow);
        var programmes = new StringBuilder("code,name,component,university,level,description\n");
        for (var p = 0; p < Programmes; p++) programmes.Append(CultureInfo.InvariantCulture, $"F{p},Filière {p} ,École,Université,Bac+5,{Text(p, 0)}\n");
        await host.ImportAsync("programmes", programmes.ToString());
        await host.ImportAsync("companies", $"siret,legal_name,kind\n{Siret},Atelier d'essai,private\n");
        var offers = new StringBuilder("siret,reference,title,text,kind,date,status,programme\n");
        for (var i = 0; i < Programmes * OffersEach; i++)
        {
            offers.Append(CultureInfo.InvariantCulture, $"{Siret},R{i},Stage numéro {i},{Text(i % Programmes, i + 1)},internship,{DateTime.UtcNow:yyyy-MM-dd},filled,F{i % Programmes}\n");
        }
        var report = await host.ImportAsync("offers", offers.ToString());
        Assert.Empty(report.Errors);
        await host.TrainAsync();
        await host.AccountAsync(Roles.Administrator, Administrator);
        return host;
    }

    private static string Text(int programme, int seed)
    {
        var random = new Random(seed);
        string Word(int topic)
        {
            var letters = new Random((topic * 1_000) + random.Next(topic < 0 ? 4_000 : 60));
            return string.Concat(Enumerable.Range(0, 4).Select(_ => Syllables[letters.Next(Syllables.Length)]));
        }
        return string.Join(' ', Enumerable.Range(0, 80).Select(i => Word(i % 3 == 0 ? programme : -1)));
    }

    private static async Task<Visitor> SignInAsync(RunningHost host)
    {
        var visitor = host.Visitor();
        await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), "form[action*='login']", ("Input.Email", Administrator), ("Input.Password", TestHost.Password));
        return visitor;
    }
}
