using System.Diagnostics;

namespace SmartRecruiting.Testing;

/// <summary>For what happens in another process: looks again until it is so, or fails.</summary>
public static class Wait
{
    public static async Task UntilAsync(Func<Task<bool>> so, string what, int seconds = 90)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < seconds;)
        {
            if (await so()) return;
            await pause.WaitForNextTickAsync();
        }
        throw new TimeoutException("Not in time: " + what);
    }
}
