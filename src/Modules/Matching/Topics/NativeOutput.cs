using System.Runtime.InteropServices;

namespace SmartRecruiting.Matching.Topics;

/// <summary>
/// Keeps what native code prints off the console: Microsoft.ML's LDA writes its progress to the process's standard output, where the
/// answers of commands go. On Linux and macOS; elsewhere it prints.
/// </summary>
internal static class NativeOutput
{
    private const int StandardOutput = 1;
    private const int WriteOnly = 1;

    private static readonly Lock Turn = new();

    /// <summary>Runs the work while standard output leads nowhere. What .NET's console writes meanwhile is not lost: it has a handle of its own.</summary>
    public static T Silence<T>(Func<T> work)
    {
        if (OperatingSystem.IsWindows()) return work();
        lock (Turn)
        {
            _ = Console.Out;
            var kept = dup(StandardOutput);
            var nowhere = open("/dev/null", WriteOnly);
            try
            {
                _ = dup2(nowhere, StandardOutput);
                return work();
            }
            finally
            {
                // What C has buffered goes the same way.
                _ = fflush(0);
                _ = dup2(kept, StandardOutput);
                _ = close(nowhere);
                _ = close(kept);
            }
        }
    }

#pragma warning disable IDE1006, SYSLIB1054, CA2101 // The names are C's; these five need no generated code.
    [DllImport("libc", SetLastError = false)]
    private static extern int dup(int file);

    [DllImport("libc", SetLastError = false)]
    private static extern int dup2(int from, int to);

    [DllImport("libc", SetLastError = false, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int open(string path, int flags);

    [DllImport("libc", SetLastError = false)]
    private static extern int close(int file);

    [DllImport("libc", SetLastError = false)]
    private static extern int fflush(nint stream);
#pragma warning restore IDE1006, SYSLIB1054, CA2101
}
