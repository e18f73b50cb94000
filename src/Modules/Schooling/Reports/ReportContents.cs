using SmartRecruiting.Schooling.Dashboard;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>Counts what a report says.</summary>
internal sealed class ReportContents
{
    /// <summary>The report of a university and a year in both languages, of one state of the figures; null when there is nothing to tell.</summary>
    public Task<(ReportContent French, ReportContent English)?> MakeAsync(Guid university, StatYear year, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
