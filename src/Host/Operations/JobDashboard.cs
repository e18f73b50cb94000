using Hangfire;

namespace SmartRecruiting.Host.Operations;

/// <summary>Hangfire's own pages, for who looks for the cause of a failed job.</summary>
internal static class JobDashboard
{
    public const string Path = "/jobs";

    public static void MapJobDashboard(this WebApplication app) =>
        app.MapHangfireDashboard(Path, new DashboardOptions
        {
            // The policy decides, as on every page; Hangfire's own filter lets in whoever sits at the server.
            Authorization = [],
            AppPath = "/admin/operations",
            DisplayStorageConnectionString = false,
        }).RequireAuthorization(Roles.Administrator).WithSecurityHeadersPolicy(SecurityHeaders.ForJobDashboard);
}
