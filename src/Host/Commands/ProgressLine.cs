namespace SmartRecruiting.Host.Commands;

/// <summary>Shows how far long work is: a moving figure on a terminal, nothing where lines are collected.</summary>
internal sealed class ProgressLine(TextWriter output) : IProgress<double>
{
    private int shown = -1;

    /// <summary>Null where nobody watches.</summary>
    public static ProgressLine? On(TextWriter output) => Console.IsErrorRedirected ? null : new ProgressLine(output);

    public void Report(double value)
    {
        var percent = (int)(100 * Math.Clamp(value, 0, 1));
        if (Interlocked.Exchange(ref shown, percent) == percent) return;
        output.Write($"\r{percent,3} %{(percent == 100 ? "\n" : "")}");
    }
}
