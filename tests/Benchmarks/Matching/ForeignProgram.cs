using System.Diagnostics;

namespace SmartRecruiting.Benchmarks;

/// <summary>Runs a program to its end.</summary>
internal static class ForeignProgram
{
    /// <summary>What it wrote; null when it is not installed or did not end well, which <paramref name="problem"/> tells.</summary>
    public static string? Run(string file, string[] arguments, out string problem)
    {
        problem = "";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0) return output;
            // An unhandled exception of ours says what it is in its first line, a script of others in its last.
            var said = errors.Result.Trim().Split('\n');
            problem = Array.Find(said, line => line.StartsWith("Unhandled exception", StringComparison.Ordinal)) ?? said[^1];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            problem = "not installed";
        }
        return null;
    }
}
