using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>A year as far as it has gone, and the same days of the year before.</summary>
/// <param name="Year">Year N.</param>
/// <param name="Until">The last day counted.</param>
internal readonly record struct StatPeriod(StatYear Year, DateOnly Until)
{
    public bool IsOver => Until >= Year.Last;

    public DateOnly First => Year.First;

    public DateOnly Last => IsOver ? Year.Last : Until;

    public DateOnly FirstBefore => Year.Back(1).First;

    public DateOnly LastBefore => IsOver ? Year.Back(1).Last : Until.AddYears(-1);

    /// <summary>Months of year N, as in <see cref="Figure.Month"/>.</summary>
    public (int First, int Last) Months => (Tally.MonthOf(First), Tally.MonthOf(Last));

    /// <summary>Whole months of the year before; the last is before the first when there is none yet.</summary>
    public (int First, int Last) MonthsBefore => (Tally.MonthOf(FirstBefore), Tally.MonthOf(IsOver ? LastBefore : FirstOfMonth(LastBefore).AddDays(-1)));

    /// <summary>The part of a month that ends the period before; no month when year N is over.</summary>
    public int PartBefore => IsOver ? 0 : -Tally.MonthOf(LastBefore);

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
