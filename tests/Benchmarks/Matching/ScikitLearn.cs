using System.Text.Json;

namespace SmartRecruiting.Benchmarks;

/// <summary>TF-IDF with LinearSVC by Debian's python3-sklearn: see Reference/linear_svc.py.</summary>
internal static class ScikitLearn
{
    public const string Name = "scikit-learn LinearSVC";
    private const string Python = "/usr/bin/python3";

    /// <summary>Null, and a line that says why, when it cannot run here.</summary>
    public static Method? Measure(MatchingSet set, string folder)
    {
        var script = Path.Combine(folder, "linear_svc.py");
        File.WriteAllText(script, BenchResource.Text("linear_svc.py"));
        if (ForeignProgram.Run(Python, [script, set.TrainFile, set.TestFile, set.ProgrammesFile is null ? "domain" : "programme"], out var problem) is not { } output)
        {
            Console.WriteLine($"{set.Name}: scikit-learn passed over ({problem}); Debian has it as python3-sklearn");
            return null;
        }
        var figures = JsonSerializer.Deserialize<Dictionary<string, double>>(output)!;
        return new Method(set.Name, Name) { Top1 = figures["top1"], Top3 = figures["top3"], Top5 = figures["top5"], TrainSeconds = figures["seconds"], TrainCpuSeconds = figures["cpu"] };
    }
}
