namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>How years are cut.</summary>
internal enum YearBasis
{
    /// <summary>From 1 September to 31 August.</summary>
    University,

    /// <summary>From 1 January to 31 December.</summary>
    Calendar,
}

/// <summary>A year of figures.</summary>
/// <param name="Start">The calendar year in which it begins.</param>
/// <param name="Basis">How years are cut.</param>
internal readonly record struct StatYear(int Start, YearBasis Basis)
{
    private const int September = 9;

    public DateOnly First => new(Start, Basis is YearBasis.University ? September : 1, 1);

    public DateOnly Last => First.AddYears(1).AddDays(-1);

    /// <summary>« 2026-2027 », or « 2026 » for a calendar year.</summary>
    public string Label => Basis is YearBasis.University ? $"{Start}-{Start + 1}" : $"{Start}";

    public static StatYear Of(DateOnly day, YearBasis basis) =>
        new(basis is YearBasis.University && day.Month < September ? day.Year - 1 : day.Year, basis);

    public StatYear Back(int years) => this with { Start = Start - years };
}
