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

    /// <summary>Year N, as in <see cref="Figure.Period"/>: as far as it has gone, since nothing is counted ahead.</summary>
    public int Now => Year.Code;

    /// <summary>The year before, or its part while year N is not over.</summary>
    public int Before => IsOver ? Year.Back(1).Code : -Year.Back(1).Code;
}
