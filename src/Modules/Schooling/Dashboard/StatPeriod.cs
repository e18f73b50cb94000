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

    /// <summary>Terms of year N, as in <see cref="Figure.Period"/>.</summary>
    public (int First, int Last) Terms => (Tally.TermOf(First), Tally.TermOf(Last));

    /// <summary>Whole terms of the year before; the last is before the first when there is none yet.</summary>
    public (int First, int Last) TermsBefore => (Tally.TermOf(FirstBefore), Tally.TermOf(IsOver ? LastBefore : Tally.FirstOfTerm(LastBefore).AddDays(-1)));

    /// <summary>The part of a term that ends the period before; no term when year N is over.</summary>
    public int PartBefore => IsOver ? 0 : -Tally.TermOf(LastBefore);
}
