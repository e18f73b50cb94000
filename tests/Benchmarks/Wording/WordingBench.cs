using System.Globalization;
using SmartRecruiting.Recruiting.Tests.Wording;

namespace SmartRecruiting.Benchmarks;

/// <summary>The wording assistant against the labelled titles and phrases, each half for itself, with everything it got wrong.</summary>
internal static class WordingBench
{
    public static int Run()
    {
        Print("titles in the masculine alone", WordingSet.Titles);
        Print("unlawful criteria", WordingSet.Phrases);
        return 0;
    }

    private static void Print(string what, Func<string?, Score> measure)
    {
        foreach (var half in new[] { WordingSet.Tuning, WordingSet.HeldOut })
        {
            var score = measure(half);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-30} {half,-9} {score.Rows,4} rows  precision {score.Precision:0.000}  recall {score.Recall:0.000}"));
            foreach (var wrong in score.Wrong) Console.WriteLine("  wrong:  " + wrong);
            foreach (var missed in score.Missed) Console.WriteLine("  missed: " + missed);
        }
    }
}
