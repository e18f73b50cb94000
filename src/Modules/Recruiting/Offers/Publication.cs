using SmartRecruiting.Kernel.Calendar;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>How long an offer is public: calendar months, to the end of a day in France.</summary>
internal static class Publication
{
    /// <summary>Months at the most, however its end is said.</summary>
    public const int Longest = 6;

    /// <summary>Months, unless the recruiter says otherwise.</summary>
    public const int Usual = 2;

    /// <summary>What a recruiter chooses from.</summary>
    public static IReadOnlyList<int> Months { get; } = [1, 2, 3, Longest];

    /// <summary>From 31 January for one month: the end of 28 February.</summary>
    public static DateTime End(DateTime from, int months) => EndOf(WorkingDays.DayOf(from).AddMonths(months));

    public static DateTime EndOf(DateOnly lastDay) => TimeZoneInfo.ConvertTimeToUtc(lastDay.AddDays(1).ToDateTime(TimeOnly.MinValue), WorkingDays.France);

    /// <summary>What is wrong with a last day that somebody asks for, as a key of a text; null when nothing is.</summary>
    public static string? FaultOf(DateOnly? lastDay, DateTime now)
    {
        var today = WorkingDays.DayOf(now);
        return lastDay < today ? "LastDayPassed" : lastDay > today.AddMonths(Longest) ? "LastDayFar" : null;
    }

    public static DateOnly LastDay(DateTime end) => WorkingDays.DayOf(end.AddTicks(-1));
}
