using System.Globalization;
using System.Text.Json;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Benchmarks;

/// <summary>All that is asked of the matching, beside the references that it must beat, in one run on one machine.</summary>
internal static class MatchingBench
{
    private static readonly string[] Sets = ["jobs", "jobs-cold", "domains"];
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly (string Head, int Digits, Func<Method, double?> Of)[] Columns =
    [
        ("top1", 3, m => m.Top1), ("top3", 3, m => m.Top3), ("top5", 3, m => m.Top5), ("rare5", 3, m => m.RareTop5), ("zero1", 3, m => m.ZeroTop1), ("zero5", 3, m => m.ZeroTop5),
        ("ece", 3, m => m.Ece), ("strong", 3, m => m.StrongPrecision), ("cover", 3, m => m.StrongCoverage), ("train s", 1, m => m.TrainSeconds), ("cpu s", 1, m => m.TrainCpuSeconds),
        ("MB", 1, m => m.ModelMegabytes), ("p50 ms", 2, m => m.P50Milliseconds), ("p99 ms", 2, m => m.P99Milliseconds),
    ];

    public static async Task<int> RunAsync(BenchArguments given, CancellationToken cancellation)
    {
        var sets = Sets.Select(name => MatchingSet.Read(given.Data, name)).ToList();
        // The references know nothing of programmes without example, so they have no place there.
        var cold = sets.Find(s => s.Name == "jobs-cold");
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        var methods = new List<Method>();
        var findings = new List<Finding>();
        Console.WriteLine($"{"set",-10}{"method",-38}{string.Concat(Columns.Select(c => $"{c.Head,8}"))}");
        try
        {
            foreach (var set in sets)
            {
                Add(Product.Measure(set, cancellation));
                if (set == cold) continue;
                foreach (var method in new Solvers(set, cancellation).Measure(cancellation)) Add(method);
                Add(ScikitLearn.Measure(set, folder));
                Add(FastText.Measure(set, folder));
            }
            Console.WriteLine();
            Note(Comparisons(methods));
            foreach (var set in sets)
            {
                var model = ProgrammeModel.Train(set.Programmes, set.Train, new TrainingOptions(), null, cancellation);
                if (Deletion.Median(model, set.Test.Select(t => t.Text), seed: 1, cancellation) is { } median)
                {
                    Note([new Finding($"{set.Name}: fall of the first programme without its causes, against as many random words (median)", median, AtLeast: 3)]);
                }
            }
            Note(RankingSpeed.Measure(sets[0], cancellation));
            Note(new Swaps(new SampleModel(cancellation)).Measure(cancellation));
            Note(LargeTraining.Measure(given.Data));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        if (given.Output is not null) await File.WriteAllTextAsync(given.Output, JsonSerializer.Serialize(new { methods, findings }, Json) + "\n", cancellation);
        return 0;

        void Add(Method? method)
        {
            if (method is null) return;
            methods.Add(method);
            Console.WriteLine($"{method.Set,-10}{method.Name,-38}{string.Concat(Columns.Select(c => $"{c.Of(method)?.ToString("f" + c.Digits, CultureInfo.InvariantCulture) ?? "–",8}"))}");
        }

        void Note(IEnumerable<Finding> found)
        {
            foreach (var finding in found)
            {
                findings.Add(finding);
                Print([finding]);
            }
        }
    }

    /// <summary>Prints a line for each finding as it is made.</summary>
    public static int Print(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var wanted = (finding.AtLeast ?? finding.AtMost)?.ToString(finding.AtLeast is null ? "≤ 0.###" : "≥ 0.###", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{finding.What,-110}{finding.Value,10:0.###}  {wanted,-9}{finding.IsMet switch { true => "yes", false => "NO", null => "" }}"));
        }
        return 0;
    }

    // What one method must be to another: only the same run on the same machine says it.
    private static IEnumerable<Finding> Comparisons(List<Method> methods)
    {
        Method? Of(string set, string name) => methods.Find(m => m.Set == set && m.Name == name);
        foreach (var set in Sets)
        {
            var own = Of(set, "SmartRecruiting")!;
            if (Of(set, ScikitLearn.Name) is { } linear)
            {
                yield return new Finding($"{set}: top-1, against LinearSVC's", own.Top1!.Value, AtLeast: linear.Top1);
                yield return new Finding($"{set}: top-5, against LinearSVC's", own.Top5!.Value, AtLeast: linear.Top5);
            }
            if (Of(set, FastText.Name) is { } fastText && set == "jobs") yield return new Finding($"{set}: top-5 over fastText's", own.Top5!.Value / fastText.Top5!.Value, AtLeast: 1.3);
            foreach (var sdca in new[] { Solvers.Sdca, Solvers.SdcaOva }.Select(name => Of(set, name)).OfType<Method>())
            {
                var solver = Of(set, Solvers.Own)!;
                yield return new Finding(
                    string.Create(CultureInfo.InvariantCulture, $"{set}: training time of {sdca.Name} over our solver's (top-1 {sdca.Top1:0.000}, ours {solver.Top1:0.000})"),
                    sdca.TrainSeconds!.Value / solver.TrainSeconds!.Value,
                    AtLeast: 4);
            }
            if (own.StrongCoverage >= 0.1) yield return new Finding($"{set}: right when strong", own.StrongPrecision!.Value, AtLeast: 0.9);
            if (set != "jobs-cold") yield return new Finding($"{set}: calibration error", own.Ece!.Value, AtMost: 0.05);
        }
    }
}
