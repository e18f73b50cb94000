using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace SmartRecruiting.Host.Operations;

/// <summary>Two addresses for whoever watches the service; anybody may ask, and each answers one word.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
    }
}
