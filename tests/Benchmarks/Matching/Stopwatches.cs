using System.Diagnostics;

namespace SmartRecruiting.Benchmarks;

/// <summary>Wall clock and CPU of this process from here on.</summary>
internal sealed class Stopwatches
{
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;

    public double Seconds => Stopwatch.GetElapsedTime(start).TotalSeconds;

    public double CpuSeconds => (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
}
