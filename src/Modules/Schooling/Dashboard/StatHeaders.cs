using System.Globalization;
using SmartRecruiting.Kernel.Calendar;
using static SmartRecruiting.Schooling.Dashboard.Cells;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>Says in words whose figures are shown, of when.</summary>
internal static class StatHeaders
{
    /// <summary>« 2026-2027, du 1 septembre 2026 au 25 novembre 2026 ».</summary>
    public static string Period(StatPeriod period) => Say("PeriodWords", period.Year.Label, Day(period.First), Day(period.Last));

    /// <summary>« comparé à la même période un an plus tôt, du … au … ».</summary>
    public static string Compared(StatPeriod period) => Say("ComparedWords", Day(period.FirstBefore), Day(period.LastBefore));

    public static string Snapshot(FigureSet figures) => Say("SnapshotWords", Short(figures.SnapshotId), figures.CountedAt.InFrance().ToString("g", CultureInfo.CurrentCulture));

    public static StatHeader Of(FigureSet figures) => new(
        Short(figures.SnapshotId), figures.CountedAt, figures.Place.Name, Period(figures.Period), Say("ComparedDays", Day(figures.Period.FirstBefore), Day(figures.Period.LastBefore)));

    // The end of an id is what differs from one to the next.
    private static string Short(Guid id) => id.ToString("N")[^8..];

    private static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);
}
