using System.Text.Json;

namespace SmartRecruiting.EndToEnd;

/// <summary>The program's command line, on the sample university.</summary>
public sealed class CommandLineTests(SampleSite site)
{
    [Fact]
    [Trait("Acceptance", "6")]
    public async Task Match_prints_ranked_programmes_as_json()
    {
        var (exit, output, _) = await site.Host.CommandAsync(
            "match", "Stage de 6 mois : développement d'une application web en C# et SQL, API REST, tests automatisés", "--json");
        Assert.Equal(0, exit);
        var programmes = JsonDocument.Parse(output).RootElement.GetProperty("programmes").EnumerateArray().ToList();
        Assert.Equal(5, programmes.Count);
        Assert.All(programmes, p =>
        {
            Assert.NotEmpty(p.GetProperty("code").GetString()!);
            Assert.NotEmpty(p.GetProperty("component").GetString()!);
            Assert.InRange(p.GetProperty("score").GetDouble(), 0, 1);
        });
        Assert.NotEmpty(programmes[0].GetProperty("reasons").EnumerateArray());
        Assert.Contains(programmes.Take(3), p => p.GetProperty("name").GetString()!.Contains("nformatique", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Acceptance", "7")]
    [InlineData("azerty qsdf lorem wxcvbn 12345")]
    [InlineData("bonjour")]
    [InlineData("")]
    [InlineData("привет как дела")]
    public async Task Meaningless_text_prints_no_match_and_is_no_error(string text)
    {
        var (exit, output, _) = await site.Host.CommandAsync("match", text, "--json");
        Assert.Equal(0, exit);
        Assert.Empty(JsonDocument.Parse(output).RootElement.GetProperty("programmes").EnumerateArray());
    }

    [Fact]
    public async Task Wrong_usage_exits_2_and_bad_input_exits_1_each_with_a_line_and_no_trace()
    {
        foreach (var (expected, arguments) in new (int, string[])[]
                 {
                     (2, ["fly"]), (2, ["match"]), (2, ["match", "a", "--top", "many"]), (2, ["import", "planets", "x.csv"]), (1, ["import", "students", "not-there.csv"]),
                     (2, ["evaluate"]), (1, ["evaluate", "--train", "not-there.csv", "--test", "not-there.csv"]), (2, ["sample"]), (1, ["sample", "load", "not-there"]),
                 })
        {
            var (exit, _, errors) = await site.Host.CommandAsync(arguments);
            Assert.True(expected == exit, $"{string.Join(' ', arguments)} exited {exit}: {errors}");
            Assert.NotEmpty(errors.Trim());
            Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_port_in_use_and_a_database_that_is_away_say_so_in_one_line()
    {
        await using var second = await RunningHost.PrepareAsync(Database.Sqlite, ("ASPNETCORE_ENVIRONMENT", "Production"));
        var (exit, _, errors) = await second.CommandAsync("--urls", site.Host.Address.ToString().TrimEnd('/'));
        Assert.Equal(1, exit);
        Assert.Contains("in use", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);

        await using var away = await RunningHost.PrepareAsync(
            Database.Sqlite, ("Database__Provider", "MySql"), ("Database__ConnectionString", "Server=127.0.0.1;Port=1;User=nobody;Database=none"), ("ASPNETCORE_ENVIRONMENT", "Production"));
        var (exitAway, _, errorsAway) = await away.CommandAsync("migrate");
        Assert.Equal(1, exitAway);
        Assert.Contains("database", errorsAway, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", errorsAway, StringComparison.Ordinal);
    }
}
