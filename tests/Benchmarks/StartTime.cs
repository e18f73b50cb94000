using System.Diagnostics;
using SmartRecruiting.Testing;

namespace SmartRecruiting.Benchmarks;

/// <summary>How long a start takes: the first, which loads the sample university and trains, and the next ones.</summary>
internal static class StartTime
{
    public static async Task<int> RunAsync()
    {
        await using var host = await RunningHost.PrepareAsync(Database.Sqlite);
        for (var start = 1; start <= 4; start++)
        {
            var watch = Stopwatch.StartNew();
            await host.StartAsync();
            Console.WriteLine($"start {start}: ready after {watch.Elapsed.TotalSeconds:0.0} s");
            await host.KillAsync();
        }
        return 0;
    }
}
