using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// Training at the size that sank the predecessor: 16,000 texts over 685 programmes, labels drawn at random, which is near the worst case
/// since nothing can be learnt. In a process of its own, so that the highest memory is its own, too.
/// </summary>
internal static class LargeTraining
{
    private const int Texts = 16_000, Programmes = 685;

    /// <summary>Starts the process and reads what it says.</summary>
    public static IEnumerable<Finding> Measure(string data)
    {
        var output = ForeignProgram.Run(Environment.ProcessPath!, [.. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(LargeTraining).Assembly.Location] : (string[])[], "large", "--data", data], out var problem)
            ?? throw new BenchException($"Training on {Texts} texts failed: {problem}");
        return JsonSerializer.Deserialize<Finding[]>(output)!;
    }

    /// <summary>The training itself.</summary>
    public static int RunHere(BenchArguments given, CancellationToken cancellation)
    {
        var set = MatchingSet.Read(given.Data, "jobs");
        var catalogue = LargeCatalogue.Of(set, Programmes);
        var random = new Random(1);
        // Half of one offer and half of another, so that no two are alike.
        string Half(bool first)
        {
            var text = set.Train[random.Next(set.Train.Count)].Text;
            return first ? text[..(text.Length / 2)] : text[(text.Length / 2)..];
        }
        LabelledText[] texts = [.. Enumerable.Range(0, Texts).Select(_ => new LabelledText($"{Half(true)} {Half(false)}", [catalogue[random.Next(Programmes)].Code]))];

        var watch = new Stopwatches();
        var model = ProgrammeModel.Train(catalogue, texts, new TrainingOptions(), null, cancellation);
        var (seconds, cpu) = (watch.Seconds, watch.CpuSeconds);
        using var process = Process.GetCurrentProcess();
        var size = string.Create(CultureInfo.InvariantCulture, $"{Texts} texts, {Programmes} programmes, random labels");
        Console.WriteLine(JsonSerializer.Serialize<Finding[]>(
        [
            new($"{size}: training, s", seconds, AtMost: 60),
            new($"{size}: training, CPU s", cpu),
            new($"{size}: highest memory, MB", process.PeakWorkingSet64 / 1e6, AtMost: 1000),
            new($"{size}: model, MB", model.ToBytes().Length / 1e6, AtMost: 40),
        ]));
        return 0;
    }
}
