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
            problem = errors.Result.Trim().Split('\n')[^1];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            problem = "not installed";
        }
        return null;
    }
}
