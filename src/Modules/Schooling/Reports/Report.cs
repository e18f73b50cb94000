using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Dashboard;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>A report as it was made. It never changes: last year's report shows last year's figures for ever.</summary>
internal sealed class Report
{
    public const int LongestSnapshotId = 100;

    private Report() { }

    public Report(University university, StatYear year, Guid? madeBy, DateTime madeAt, (ReportContent French, ReportContent English) content)
    {
        (UniversityId, University) = (university.Id, university.Name);
        (MadeBy, MadeAt) = (madeBy, madeAt);
        (French, English) = content;
        (From, To) = (year.First, year.Last);
        Year = year.Label;
        SnapshotId = French.Header.Snapshot;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid UniversityId { get; private init; }

    /// <summary>Its name when the report was made.</summary>
    public string University { get; private init; } = "";

    /// <summary>"2025-2026", or "2025" by the calendar.</summary>
    public string Year { get; private init; } = "";

    public DateOnly From { get; private init; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; private init; }

    public string SnapshotId { get; private init; } = "";

    public DateTime MadeAt { get; private init; }

    /// <summary>The account that asked for it; null for a monthly one.</summary>
    public Guid? MadeBy { get; private init; }

    public ReportContent French { get; private init; } = null!;

    public ReportContent English { get; private init; } = null!;

    public ReportContent In(string language) => language == "en" ? English : French;
}
