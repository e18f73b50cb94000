using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SmartRecruiting.Matching.Commands;

/// <summary>Ranks programmes in the terminal.</summary>
internal sealed class MatchCommand(IProgrammeRanking ranking) : ICommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // For terminals and files, not for HTML: accents stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Name => "match";

    public string Usage => "match \"free text\" [--top 5] [--json]                 rank programmes, with reasons";

    public bool NeedsData => true;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (!TryRead(arguments, out var text, out var top, out var json))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        var result = await ranking.RankAsync(new RankingQuery(text, top), cancellation);
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(
                new
                {
                    State = result.State.ToString(),
                    Model = result.ModelVersion,
                    Programmes = result.Programmes.Select(p => new
                    {
                        p.Code,
                        p.Name,
                        p.Component,
                        p.Level,
                        Score = Math.Round(p.Score, 4),
                        Strength = p.Strength.ToString(),
                        Reasons = p.Reasons.Select(r => new { r.Term, Kind = r.IsSkill ? "skill" : "word" }),
                    }),
                },
                Json));
            return 0;
        }
        if (result.State is RankingState.NotReady) await output.WriteLineAsync(MatchingText.Get("MatchNotReady"));
        else if (result.State is RankingState.NoReliableMatch) await output.WriteLineAsync(MatchingText.Get(result.Programmes.Count == 0 ? "MatchNone" : "MatchNearest"));
        foreach (var (programme, place) in result.Programmes.Select((p, i) => (p, i + 1)))
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.CurrentCulture,
                $"{place,2}. {programme.Name} – {programme.Component} – {programme.Level} [{programme.Code}]  {MatchingText.Get("Strength" + programme.Strength)}{(result.State is RankingState.Match ? $" ({programme.Score:P0})" : "")}"));
            if (programme.Reasons.Count > 0) await output.WriteLineAsync("      " + string.Join(", ", programme.Reasons.Select(r => r.Term)));
        }
        return 0;
    }

    private static bool TryRead(IReadOnlyList<string> arguments, out string text, out int top, out bool json)
    {
        (text, top, json) = ("", 5, false);
        var texts = 0;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--json": json = true; break;
                case "--top":
                    if (++i >= arguments.Count || !int.TryParse(arguments[i], CultureInfo.InvariantCulture, out top) || top is < 1 or > 1000) return false;
                    break;
                case var option when option.StartsWith("--", StringComparison.Ordinal): return false;
                case var given:
                    text = given;
                    texts++;
                    break;
            }
        }
        return texts == 1;
    }
}
