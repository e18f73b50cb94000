namespace SmartRecruiting.Kernel.Calendar;

/// <summary>Days in France, and those on which one works: neither weekend nor public holiday (Code du travail, L3133-1).</summary>
public static class WorkingDays
{
    /// <summary>The time of Paris.</summary>
    public static readonly TimeZoneInfo France = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>What the clocks of France show at this time, for whoever reads it.</summary>
    public static DateTime InFrance(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, France);

    /// <summary>Which day it is in France.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc.InFrance());

    /// <summary>Neither on a weekend nor on a public holiday.</summary>
    public static bool Contains(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>How many working days came after the first day, up to the second one.</summary>
    public static int Between(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1)) if (Contains(day)) count++;
        return count;
    }

    /// <summary>The eleven public holidays.</summary>
    public static bool IsHoliday(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)
        // Easter Monday, Ascension, Whit Monday.
        || day.DayNumber - Easter(day.Year).DayNumber is 1 or 39 or 50;

    /// <summary>Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.</summary>
    public static DateOnly Easter(int year)
    {
        var (century, yearOfCentury, moon) = (year / 100, year % 100, year % 19);
        var correction = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * moon + century - century / 4 - correction + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        var late = (moon + 11 * epact + 22 * weekday) / 451;
        var day = epact + weekday - 7 * late + 114;
        return new DateOnly(year, day / 31, day % 31 + 1);
    }
}
