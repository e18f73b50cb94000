namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>What the form above figures offers to choose from.</summary>
/// <param name="Kept">What else stands in the address and stays there.</param>
internal sealed record DashboardFrame(Place Place, IReadOnlyList<Place> Around, StatYear Year, IReadOnlyList<StatYear> Years, IReadOnlyList<(string Name, string Value)> Kept)
{
    // As far back as trends go.
    private const int YearsOffered = 6;

    public static DashboardFrame Of(Places places, Place place, StatYear year, TimeProvider clock, params (string, string)[] kept)
    {
        var current = StatYear.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), year.Basis);
        return new DashboardFrame(place, places.Around(place), year, [.. Enumerable.Range(0, YearsOffered).Select(current.Back)], kept);
    }
}

/// <summary>A table on a page, and where it stands whole; null where it stands whole already.</summary>
internal sealed record StatCard(StatTable Table, string? Whole);
