using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Audit;

/// <summary>What a check of the audit log found.</summary>
/// <param name="Lines">Lines that the log should have.</param>
/// <param name="Hash">Of the last one: written down elsewhere, it shows later that nothing before it was changed.</param>
/// <param name="BrokenAt">The first line that is missing or not as it was written; null when the chain is whole.</param>
internal sealed record AuditFinding(long Lines, string Hash, long? BrokenAt);

/// <summary>Reads the audit log from its beginning and holds each line against the one before.</summary>
internal sealed class VerifyAudit(AdminDb db, TimeProvider clock, ILogger<VerifyAudit> log)
{
    public async Task<AuditFinding> RunAsync(CancellationToken cancellation)
    {
        // Lines that come meanwhile are the next check's.
        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync(cancellation);
        var broken = await FirstBrokenAsync(head, cancellation);
        if (broken is not null) log.LogError("The audit log is broken at line {Line}: it was changed, or lines are missing", broken);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<AuditHead>().ExecuteUpdateAsync(
            set => set.SetProperty(h => h.CheckedAt, now).SetProperty(h => h.BrokenAt, broken), cancellation);
        return new AuditFinding(head.Sequence, head.Hash, broken);
    }

    private async Task<long?> FirstBrokenAsync(AuditHead head, CancellationToken cancellation)
    {
        var (last, hash) = (0L, "");
        await foreach (var record in db.AuditRecords.AsNoTracking().Where(r => r.Sequence <= head.Sequence).OrderBy(r => r.Sequence)
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!record.Follows(last, hash)) return last + 1;
            (last, hash) = (record.Sequence, record.Hash);
        }
        return last == head.Sequence && hash == head.Hash ? null : last + 1;
    }
}
