using SmartRecruiting.Kernel.Calendar;

namespace SmartRecruiting.Recruiting.Legal;

/// <summary>How long an intern is there.</summary>
internal static class Presence
{
    private const int DaysAWeek = 5;

    /// <summary>
    /// Hours of presence: by its dates, from Monday to Friday without public holidays, unless work on such days belongs to it; else by its
    /// weeks. Null when too little is said.
    /// </summary>
    public static decimal? Hours(LegalCase it)
    {
        if (it.Offer.WeeklyHours is not { } weekly) return null;
        if (it.Starts is { } first && it.Offer.Ends is { } last) return first <= last ? weekly * Days(first, last, it.Offer.NightOrHoliday) / DaysAWeek : null;
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
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && (withHolidays || !WorkingDays.IsHoliday(day))) days++;
        }
        return days;
    }
}
