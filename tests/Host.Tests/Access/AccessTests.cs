namespace SmartRecruiting.Host.Tests.Access;

/// <summary>
/// Who may ask what: access.tsv has a row for each endpoint and verb, a column for each kind of person, and says what the site answers
/// when the thing asked for belongs to the first of each kind.
/// </summary>
public sealed class AccessTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Access", "access.tsv"));
    private static readonly IReadOnlyDictionary<string, string[]> Table = Lines.Skip(1).Select(l => l.Split('\t')).ToDictionary(r => r[0], r => r[1..]);

    [Fact]
    public async Task Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        await using var host = await TestHost.StartAsync();
        var endpoints = Endpoints.Of(host.Services);
        Assert.Equal([], Missing(endpoints));
        Assert.Equal([], Table.Keys.Except(endpoints));
        Assert.Equal(Enum.GetNames<Actor>().Prepend("endpoint"), Lines[0].Split('\t'));
        Assert.All(Table.Values, row => Assert.Equal(Enum.GetValues<Actor>().Length, row.Length));
    }

    [Fact]
    public void Control_an_endpoint_without_a_row_is_reported()
    {
        Assert.Equal(["GET /admin/secrets"], Missing(["GET /", "GET /admin/secrets"]));
    }

    [Fact]
    [Trait("Acceptance", "9")]
    public async Task Everybody_gets_what_the_table_says_and_nothing_else()
    {
        await using var world = await World.StartAsync();
        var faults = new List<string>();
        // Readings first, for deeds change what there is to read; whoever signs out is gone.
        foreach (var (line, row) in Table.OrderBy(r => r.Key.StartsWith("POST", StringComparison.Ordinal)).ThenBy(r => r.Key == "POST /account/logout"))
        {
            foreach (var actor in Enum.GetValues<Actor>())
            {
                var answer = await world.AskAsync(actor, line, world.Example(line));
                if (answer != row[(int)actor]) faults.Add($"{line} {actor}: {answer}, not {row[(int)actor]}");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static IEnumerable<string> Missing(IEnumerable<string> endpoints) => endpoints.Except(Table.Keys);
}
