using System.Diagnostics;

namespace SmartRecruiting.Matching.Training;

/// <summary>
/// Says when what is held in memory should look at the database again: at once after a commit of this host, and each second for
/// those of other hosts.
/// </summary>
internal sealed class Freshness
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private long looked;
    private int touched = 1;

    /// <summary>Something was committed here.</summary>
    public void Touch() => Volatile.Write(ref touched, 1);

    /// <summary>True when it is time to look; the caller then looks.</summary>
    public bool TakeTurn()
    {
        if (Interlocked.Exchange(ref touched, 0) == 0 && Stopwatch.GetElapsedTime(Volatile.Read(ref looked)) < Pace) return false;
        Volatile.Write(ref looked, Stopwatch.GetTimestamp());
        return true;
    }
}
