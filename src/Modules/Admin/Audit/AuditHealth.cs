using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Calendar;

namespace SmartRecruiting.Admin.Audit;

/// <summary>What the last check of the audit log found, for the page of operations; a broken log does not stop the service.</summary>
internal sealed class AuditHealth(AdminDb db, IStringLocalizer<Text> text) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync(cancellationToken);
        return head switch
        {
            { BrokenAt: { } line } => HealthCheckResult.Unhealthy(text["AuditBroken", line, head.CheckedAt!.Value.InFrance().ToString("g")]),
            { CheckedAt: { } at } => HealthCheckResult.Healthy(text["AuditWhole", head.Sequence, at.InFrance().ToString("g")]),
            _ => HealthCheckResult.Healthy(text["AuditUnchecked", head.Sequence]),
        };
    }
}
