using SmartRecruiting.Kernel.Calendar;

namespace SmartRecruiting.Kernel.Tests;

public sealed class WorkingDayTests
{
    // Easter Sunday, Easter Monday, Ascension, Whit Monday, as printed in the calendars.
    [Theory]
    [InlineData("2024-03-31", "2024-04-01", "2024-05-09", "2024-05-20")]
    [InlineData("2025-04-20", "2025-04-21", "2025-05-29", "2025-06-09")]
    [InlineData("2026-04-05", "2026-04-06", "2026-05-14", "2026-05-25")]
    [InlineData("2027-03-28", "2027-03-29", "2027-05-06", "2027-05-17")]
    [InlineData("2028-04-16", "2028-04-17", "2028-05-25", "2028-06-05")]
    [InlineData("2029-04-01", "2029-04-02", "2029-05-10", "2029-05-21")]
    [InlineData("2030-04-21", "2030-04-22", "2030-05-30", "2030-06-10")]
    public void The_feasts_that_move_are_where_the_calendars_have_them(string easter, string monday, string ascension, string whitMonday)
    {
        Assert.Equal(Day(easter), WorkingDays.Easter(Day(easter).Year));
        Assert.All([monday, ascension, whitMonday], feast =>
        {
            Assert.True(WorkingDays.IsHoliday(Day(feast)));
            Assert.False(WorkingDays.Contains(Day(feast)));
            Assert.False(WorkingDays.IsHoliday(Day(feast).AddDays(1)) && WorkingDays.IsHoliday(Day(feast).AddDays(-1)));
        });
    }

    // The first and the last Easter that the rule can give.
    [Theory]
    [InlineData("1818-03-22"), InlineData("2285-03-22"), InlineData("1943-04-25"), InlineData("2038-04-25")]
    public void Easter_is_right_at_its_edges(string easter) => Assert.Equal(Day(easter), WorkingDays.Easter(Day(easter).Year));

    [Theory]
    [InlineData(2024), InlineData(2025), InlineData(2026), InlineData(2027), InlineData(2028), InlineData(2029), InlineData(2030)]
    public void A_year_has_its_eleven_holidays_but_where_two_fall_together(int year)
    {
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(n => new DateOnly(year, 1, 1).AddDays(n)).ToList();
        // In 2024 and 2027 none of the feasts that move meets 1 or 8 May.
        Assert.Equal(11, days.Count(WorkingDays.IsHoliday));
        Assert.All(days, day => Assert.Equal(WorkingDays.Contains(day), day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !WorkingDays.IsHoliday(day)));
    }

    [Theory]
    // Plain weeks: Monday to Monday, and over a weekend.
    [InlineData("2026-03-02", "2026-03-09", 5)]
    [InlineData("2026-03-06", "2026-03-07", 0), InlineData("2026-03-06", "2026-03-08", 0), InlineData("2026-03-06", "2026-03-09", 1)]
    // Sent on a Saturday: the first working day is Monday.
    [InlineData("2026-03-07", "2026-03-13", 5)]
    // Easter: no Monday. 1 May on a weekend takes nothing (2027: Saturday, 2033: Sunday), on a Friday it does (2026).
    [InlineData("2026-04-02", "2026-04-09", 4), InlineData("2026-04-02", "2026-04-10", 5)]
    [InlineData("2027-04-30", "2027-05-03", 1), InlineData("2033-04-29", "2033-05-02", 1), InlineData("2026-04-30", "2026-05-04", 1)]
    // 1 and 8 May 2024, a Wednesday each; Ascension the day after the second one.
    [InlineData("2024-04-30", "2024-05-10", 5)]
    // Over the turn of a year, and 29 February.
    [InlineData("2026-12-24", "2027-01-04", 5), InlineData("2028-02-28", "2028-03-01", 2)]
    [InlineData("2026-03-02", "2026-03-02", 0), InlineData("2026-03-03", "2026-03-02", 0)]
    public void Working_days_are_counted_after_the_first_day(string first, string last, int count) =>
        Assert.Equal(count, WorkingDays.Between(Day(first), Day(last)));

    // Midnight in Paris is 23:00 UTC in winter and 22:00 in summer.
    [Theory]
    [InlineData("2026-03-02T22:59:59Z", "2026-03-02"), InlineData("2026-03-02T23:00:00Z", "2026-03-03")]
    [InlineData("2026-07-01T21:59:59Z", "2026-07-01"), InlineData("2026-07-01T22:00:00Z", "2026-07-02")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30"), InlineData("2026-10-25T22:30:00Z", "2026-10-25")]
    public void A_day_begins_at_midnight_in_France(string utc, string day) =>
        Assert.Equal(Day(day), WorkingDays.DayOf(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
