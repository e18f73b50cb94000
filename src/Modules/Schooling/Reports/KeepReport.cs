using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>Makes a report of the figures as they are now and keeps it; the same figures are kept once.</summary>
internal sealed class KeepReport(SchoolingDb db, ReportContents contents, TimeProvider clock)
{
    /// <summary>The report's id; null when there is nothing to report.</summary>
    public async Task<Guid?> RunAsync(University university, StatYear year, Guid? madeBy, CancellationToken cancellation)
    {
        if (await contents.MakeAsync(university.Id, year, cancellation) is not { } content) return null;
        var report = new Report(university, year, madeBy, clock.GetUtcNow().UtcDateTime, content);
        if (await FindAsync(report, cancellation) is { } kept) return kept;
        db.Add(report);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return report.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(report, cancellation) is not { } other) throw;
            return other;
        }
    }

    private Task<Guid?> FindAsync(Report report, CancellationToken cancellation) => db.Reports
        .Where(r => r.UniversityId == report.UniversityId && r.Year == report.Year && r.SnapshotId == report.SnapshotId)
        .Select(r => (Guid?)r.Id)
        .FirstOrDefaultAsync(cancellation);
}
