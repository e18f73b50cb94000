using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace SmartRecruiting.Matching.Tests;

public sealed class MatchCommandTests
{
    private const string Text = "Développer une application web en C# et SQL, API REST, tests";

    [Theory, EveryDatabase]
    [Trait("Acceptance", "6")]
    public async Task Json_says_who_fits_how_well_and_why(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);

        var (exit, output, errors) = await MatchAsync(host, Text, "--json");

        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains("École d’ingénierie", output, StringComparison.Ordinal);
        using var answer = JsonDocument.Parse(output);
        Assert.Equal(["state", "model", "programmes"], answer.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("Match", 0), (answer.RootElement.GetProperty("state").GetString(), answer.RootElement.GetProperty("model").GetInt32()));
        var programmes = answer.RootElement.GetProperty("programmes").EnumerateArray().ToList();
        Assert.Equal(5, programmes.Count);
        Assert.All(programmes, p =>
        {
            Assert.Equal(["code", "name", "component", "level", "score", "strength", "reasons"], p.EnumerateObject().Select(x => x.Name));
            Assert.InRange(p.GetProperty("score").GetDouble(), 0, 1);
            Assert.True(Enum.TryParse<Strength>(p.GetProperty("strength").GetString(), out _));
            Assert.All(p.GetProperty("reasons").EnumerateArray(), r => Assert.Contains(r.GetProperty("kind").GetString(), (string[])["word", "skill"]));
        });
        Assert.Equal("INFO", programmes[0].GetProperty("code").GetString());
        Assert.Contains("C#", programmes[0].GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("term").GetString()));
    }

    [Fact]
    public async Task A_terminal_gets_one_programme_a_line_and_its_words_below()
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite);

        var (exit, output, errors) = await MatchAsync(host, "--top", "2", Text);

        Assert.Equal((0, ""), (exit, errors));
        var lines = output.TrimEnd().Split('\n');
        Assert.StartsWith(" 1. Ingénieur informatique", lines[0], StringComparison.Ordinal);
        Assert.Contains("[INFO]", lines[0], StringComparison.Ordinal);
        Assert.Contains("C#", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith(" 2. ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith(" 3. ", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    [Trait("Acceptance", "7")]
    public async Task A_text_that_only_brushes_some_programmes_gets_the_nearest_marked_weak_with_what_brought_them(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        await host.TrainAsync();
        const string Brushing = "Aider à la toilette des chiens, tonte et bain, et accueillir les clients de la boutique.";

        var ranking = await host.WithAsync<IProgrammeRanking, Ranking>(r => r.RankAsync(new RankingQuery(Brushing, 10), TestContext.Current.CancellationToken));
        Assert.Equal(RankingState.NoReliableMatch, ranking.State);
        Assert.InRange(ranking.Programmes.Count, 1, 5);
        Assert.Empty(ranking.Components);
        Assert.All(ranking.Programmes, p => Assert.InRange(p.Strength, Strength.None, Strength.Weak));
        Assert.All(ranking.Programmes, p => Assert.NotEmpty(p.Reasons));
        Assert.All(ranking.Programmes.SelectMany(p => p.Reasons), reason => Assert.Contains(reason.Term, Brushing, StringComparison.OrdinalIgnoreCase));
        var one = await host.WithAsync<IProgrammeRanking, Ranking>(r => r.RankAsync(new RankingQuery(Brushing, 10) { Nearest = 1 }, TestContext.Current.CancellationToken));
        Assert.Equal(ranking.Programmes[0].Code, Assert.Single(one.Programmes).Code);

        var (exit, output, errors) = await MatchAsync(host, Brushing);
        Assert.Equal((0, ""), (exit, errors));
        var lines = output.TrimEnd().Split('\n');
        Assert.Contains("Aucune correspondance fiable", lines[0], StringComparison.Ordinal);
        Assert.Contains("les plus proches", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains($"[{ranking.Programmes[0].Code}]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(1000, 12)]
    public async Task Top_says_how_many(int top, int given)
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite);

        var (_, output, _) = await MatchAsync(host, Text, "--json", "--top", top.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(given, JsonDocument.Parse(output).RootElement.GetProperty("programmes").GetArrayLength());
    }

    [Theory]
    [InlineData("azerty qsdf lorem wxcvbn 12345")]
    [InlineData("bonjour")]
    [InlineData("")]
    [InlineData("привет как дела")]
    [Trait("Acceptance", "7")]
    public async Task No_match_says_so_and_is_no_error(string text)
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite);

        var (exit, output, errors) = await MatchAsync(host, text, "--json");
        Assert.Equal((0, ""), (exit, errors));
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal("NoReliableMatch", answer.GetProperty("state").GetString());
        Assert.Equal(0, answer.GetProperty("programmes").GetArrayLength());

        var (plainExit, plain, _) = await MatchAsync(host, text);
        Assert.Equal(0, plainExit);
        Assert.Single(plain.Trim().Split('\n'));
        Assert.DoesNotContain("1.", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_programmes_it_says_what_to_do_and_is_no_error()
    {
        await using var host = await TestHost.StartAsync();

        var (exit, output, _) = await MatchAsync(host, Text);
        Assert.Equal(0, exit);
        Assert.Contains("train", output, StringComparison.Ordinal);
        Assert.Equal("NotReady", JsonDocument.Parse((await MatchAsync(host, Text, "--json")).Output).RootElement.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Wrong_usage_shows_the_usage_and_exits_2()
    {
        await using var host = await TestHost.StartAsync();
        foreach (var arguments in (string[][])[[], ["a", "b"], ["a", "--top"], ["a", "--top", "0"], ["a", "--top", "1001"], ["a", "--top", "many"], ["a", "--fast"], ["--json"]])
        {
            var (exit, output, errors) = await MatchAsync(host, arguments);

            Assert.True((exit, output) == (2, ""), string.Join(' ', arguments));
            Assert.Contains("match \"free text\"", errors, StringComparison.Ordinal);
        }
    }

    private static async Task<(int Exit, string Output, string Errors)> MatchAsync(TestHost host, params string[] arguments)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetServices<ICommand>().Single(c => c.Name == "match");
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await command.RunAsync(arguments, output, errors, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), errors.ToString());
    }
}
