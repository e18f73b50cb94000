using System.Globalization;
using SmartRecruiting.Schooling.Dashboard;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>The years that reports are about.</summary>
internal static class ReportYear
{
    private const int September = 9;

    /// <summary>The first day and the last.</summary>
    public static (DateOnly From, DateOnly To) Days(StatYear year)
    {
        var from = new DateOnly(year.Start, year.Basis is YearBasis.University ? September : 1, 1);
        return (from, from.AddYears(1).AddDays(-1));
    }

    /// <summary>"2025-2026", or "2025" by the calendar: it names its basis, too.</summary>
    public static string Label(StatYear year)
    {
        var start = year.Start.ToString(CultureInfo.InvariantCulture);
        return year.Basis is YearBasis.University ? start + "-" + (year.Start + 1).ToString(CultureInfo.InvariantCulture) : start;
    }

    /// <summary>The year in which a day lies.</summary>
    public static StatYear Of(DateOnly day, YearBasis basis) =>
        new(basis is YearBasis.University && day.Month < September ? day.Year - 1 : day.Year, basis);
}
