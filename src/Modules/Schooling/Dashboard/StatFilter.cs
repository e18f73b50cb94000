using Microsoft.AspNetCore.Mvc;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>Whose figures and of which year: from the address.</summary>
internal sealed record StatFilter
{
    // Years of which there may be offers: what stands in an address may be anything.
    private const int Earliest = 1990;

    [FromQuery(Name = "level")]
    public StatLevel? Level { get; init; }

    [FromQuery(Name = "id")]
    public Guid? Id { get; init; }

    [FromQuery(Name = "year")]
    public int? Year { get; init; }

    [FromQuery(Name = "basis")]
    public YearBasis Basis { get; init; }

    /// <summary>The year asked for; the current one without, and for one that cannot be.</summary>
    public StatYear YearOn(TimeProvider clock)
    {
        var current = StatYear.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), Basis);
        return Year is { } asked && asked >= Earliest && asked <= current.Start ? current with { Start = asked } : current;
    }
}
