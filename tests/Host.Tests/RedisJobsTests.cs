using System.Diagnostics;
using System.Globalization;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace SmartRecruiting.Host.Tests;

/// <summary>With Redis set, the clock of the jobs is shared by several hosts.</summary>
public sealed class RedisJobsTests
{
    [Fact]
    public async Task Jobs_are_kept_in_redis_and_run_from_there()
    {
        var port = MariaDbServer.FreePort().ToString(CultureInfo.InvariantCulture);
        using var redis = Process.Start(new ProcessStartInfo("redis-server", ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            await Wait.UntilAsync(
                async () => await redis.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line.Contains("Ready to accept", StringComparison.Ordinal),
                "redis-server");
            await using var host = await TestHost.StartAsync(Database.Sqlite, $"Jobs:Redis=127.0.0.1:{port}", "Jobs:Background=true");
            var storage = host.Services.GetRequiredService<JobStorage>();
            using (var connection = storage.GetConnection())
            {
                var ids = connection.GetRecurringJobs().Select(job => job.Id).ToList();
                Assert.Contains("matching.retrain", ids);
                Assert.Contains("host.purge-outbox", ids);
            }

            host.Services.GetRequiredService<IRecurringJobManager>().Trigger("host.purge-outbox");
            await Wait.UntilAsync(() => Task.FromResult(storage.GetMonitoringApi().SucceededListCount() > 0), "the job done");
        }
        finally
        {
            redis.Kill();
            await redis.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
