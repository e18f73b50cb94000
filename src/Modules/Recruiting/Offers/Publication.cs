using SmartRecruiting.Kernel.Calendar;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>How long an offer is public: calendar months, to the end of a day in France.</summary>
internal static class Publication
{
    /// <summary>Months, unless the recruiter says otherwise.</summary>
    public const int Usual = 2;

    /// <summary>What a recruiter chooses from.</summary>
    public static IReadOnlyList<int> Months { get; } = [1, 2, 3, 6];

    /// <summary>From 31 January for one month: the end of 28 February.</summary>
    public static DateTime End(DateTime from, int months) =>
        TimeZoneInfo.ConvertTimeToUtc(WorkingDays.DayOf(from).AddMonths(months).AddDays(1).ToDateTime(TimeOnly.MinValue), WorkingDays.France);

    public static DateOnly LastDay(DateTime end) => WorkingDays.DayOf(end.AddTicks(-1));
}
