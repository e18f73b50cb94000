using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace SmartRecruiting.Students.Searching;

/// <summary>How long an internship lasts, as students think of it.</summary>
internal enum Duration
{
    /// <summary>Two months at the most.</summary>
    Short,

    /// <summary>More, up to four months.</summary>
    Medium,

    /// <summary>More, up to six months.</summary>
    Long,

    /// <summary>More than that.</summary>
    Year,
}

/// <summary>What a student looks for among open offers, as the address of the search says it: kept as it is by a saved search.</summary>
internal sealed record Sought
{
    /// <summary>Characters of a search: its address must fit the 8 KB of a request line, each accent taking six.</summary>
    public const int MostText = 1000;

    private const int MostCity = 100;
    private const int MostPay = 10_000;

    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [FromQuery(Name = "kind")]
    public OfferKind? Kind { get; init; }

    [FromQuery(Name = "level")]
    public string? Level { get; init; }

    [FromQuery(Name = "domain")]
    public string? Domain { get; init; }

    [FromQuery(Name = "city")]
    public string? City { get; init; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "until")]
    public DateOnly? Until { get; init; }

    [FromQuery(Name = "weeks")]
    public Duration? Lasts { get; init; }

    /// <summary>Euros a month at the least; 1 for any pay.</summary>
    [FromQuery(Name = "pay")]
    public int? Pay { get; init; }

    [FromQuery(Name = "remote")]
    public RemoteWork? Remote { get; init; }

    [JsonIgnore]
    public bool HasText => Text is not null;

    [JsonIgnore]
    public bool HasFilter => this with { Text = null } != new Sought();

    /// <summary>Without what means nothing: blanks, values that no list has.</summary>
    public Sought Tidy() => this with
    {
        Text = Cut(Text, MostText),
        Level = Levels.All.Contains(Level) ? Level : null,
        Domain = Domains.All.Contains(Domain) ? Domain : null,
        City = Cut(City, MostCity),
        Pay = Pay is > 0 and <= MostPay ? Pay : null,
    };

    /// <summary>The weeks that a duration covers.</summary>
    public static (int? From, int? Until) WeeksOf(Duration? lasts) => lasts switch
    {
        Duration.Short => (null, 9),
        Duration.Medium => (10, 18),
        Duration.Long => (19, 26),
        Duration.Year => (27, null),
        _ => (null, null),
    };

    public OfferQuery ToQuery(int skip, int take)
    {
        var (from, until) = WeeksOf(Lasts);
        return new OfferQuery(Text, Kind, Level, Domain, City, skip, take) { StartsFrom = From, StartsUntil = Until, WeeksFrom = from, WeeksUntil = until, Pay = Pay, Remote = Remote };
    }

    /// <summary>Its page.</summary>
    public string ToAddress() => "/internships" + ToQueryString();

    public QueryString ToQueryString() => QueryString.Create(
        new (string Key, string? Value)[]
        {
            ("q", Text), ("kind", Kind?.ToString()), ("level", Level), ("domain", Domain), ("city", City), ("from", Day(From)), ("until", Day(Until)), ("weeks", Lasts?.ToString()),
            ("pay", Pay?.ToString(CultureInfo.InvariantCulture)), ("remote", Remote?.ToString()),
        }.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value)));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Cut(string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { } trimmed && trimmed.Length > most ? trimmed[..most] : text.Trim();
}
