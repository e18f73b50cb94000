namespace SmartRecruiting.Recruiting.Legal;

/// <summary>How long an intern is there.</summary>
internal static class Presence
{
    private const int WorkingDays = 5;

    /// <summary>
    /// Hours of presence: by its dates, from Monday to Friday without public holidays, unless work on such days belongs to it; else by its
    /// weeks. Null when too little is said.
    /// </summary>
    public static decimal? Hours(LegalCase it)
    {
        if (it.Offer.WeeklyHours is not { } weekly) return null;
        if (it.Starts is { } first && it.Offer.Ends is { } last) return first <= last ? weekly * Days(first, last, it.Offer.NightOrHoliday) / WorkingDays : null;
        return weekly * it.Weeks;
    }

    /// <summary>First and last day, when both can be told.</summary>
    public static (DateOnly Starts, DateOnly Ends)? Days(DateOnly? starts, DateOnly? ends, int? weeks) =>
        starts is not { } first ? null
        : ends is { } last ? (first, last)
        : weeks is { } length ? (first, first.AddDays((length * 7) - 1))
        : null;

    private static int Days(DateOnly first, DateOnly last, bool withHolidays)
    {
        var days = 0;
        // No longer than an offer can be, whatever years are typed.
        for (var day = first; day <= last && day < first.AddDays(7 * Offers.Offer.WeeksMax); day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && (withHolidays || !IsHoliday(day))) days++;
        }
        return days;
    }

    /// <summary>Public holidays in France (Code du travail, L3133-1).</summary>
    public static bool IsHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25) => true,
        _ => day.DayNumber - Easter(day.Year).DayNumber is 1 or 39 or 50,
    };

    // Meeus, Jones and Butcher.
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var d = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var e = (32 + (2 * (b % 4)) + (2 * (c / 4)) - d - (c % 4)) % 7;
        var f = d + e - (7 * ((a + (11 * d) + (22 * e)) / 451)) + 114;
        return new DateOnly(year, f / 31, (f % 31) + 1);
    }
}
