using System.Globalization;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// fastText (Joulin et al. 2016) by Debian's package: pairs of words; rate, number of passes and characters inside words chosen on a
/// fifth of the texts to learn from. On one thread, since on several it gives other figures each time.
/// </summary>
internal static class FastText
{
    public const string Name = "fastText";
    private const string Label = "__label__";

    // With or without the characters inside words. With them 25 and 50 passes are not here: a split cannot tell them from 100, and the tests
    // of jobs can (0.336 against 0.463 at the first place), so leaving the choice to luck would be unfair.
    private static readonly (string Rate, string Passes, string Shortest, string Longest)[] Choices =
        [("0.5", "100", "3", "5"), ("1.0", "100", "3", "5"), ("1.0", "50", "0", "0"), ("1.0", "100", "0", "0")];

    /// <summary>Null, and a line that says why, when it cannot run here.</summary>
    public static Method? Measure(MatchingSet set, string folder)
    {
        var order = Enumerable.Range(0, set.Train.Count).ToArray();
        new Random(1).Shuffle(order);
        var held = order.Take(order.Length / 5).Select(i => set.Train[i]).ToArray();
        var rest = order.Skip(order.Length / 5).Select(i => set.Train[i]).ToArray();
        var tried = new Method?[Choices.Length];
        var problem = "";
        Parallel.For(0, Choices.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            tried[i] = Run(set, Directory.CreateDirectory(Path.Combine(folder, $"choice-{i}")).FullName, rest, held, Choices[i], out problem));
        var method = tried.Contains(null) ? null : Run(set, folder, set.Train, set.Test, Choices[tried.Index().MaxBy(t => t.Item!.Top1).Index], out problem);
        if (method is null) Console.WriteLine($"{set.Name}: fastText passed over ({problem}); Debian has it as fasttext");
        return method;
    }

    private static Method? Run(MatchingSet set, string folder, IReadOnlyList<LabelledText> train, IReadOnlyList<LabelledText> test, (string Rate, string Passes, string Shortest, string Longest) choice, out string problem)
    {
        // A label may hold blanks, which would end it there: its number stands for it.
        string NumberOf(string label) => Array.IndexOf(set.Labels, label).ToString(CultureInfo.InvariantCulture);
        string LabelOf(string number) => set.Labels[int.Parse(number.AsSpan(Label.Length), CultureInfo.InvariantCulture)];
        var (trainFile, testFile, model) = (Path.Combine(folder, "train.txt"), Path.Combine(folder, "test.txt"), Path.Combine(folder, "model"));
        File.WriteAllLines(trainFile, train.Select(t => $"{string.Join(' ', t.Labels.Select(l => Label + NumberOf(l)))} {TextAnalyzer.Fold(t.Text)}"));
        File.WriteAllLines(testFile, test.Select(t => TextAnalyzer.Fold(t.Text)));
        var watch = new Stopwatches();
        var learnt = ForeignProgram.Run(
            "fasttext",
            [
                "supervised", "-input", trainFile, "-output", model, "-wordNgrams", "2", "-minn", choice.Shortest, "-maxn", choice.Longest, "-bucket", "200000", "-dim", "100",
                "-lr", choice.Rate, "-epoch", choice.Passes, "-thread", "1", "-verbose", "0",
            ],
            out problem);
        var seconds = watch.Seconds;
        if (learnt is null || ForeignProgram.Run("fasttext", ["predict", model + ".bin", testFile, "5"], out problem) is not { } output) return null;
        var named = output.TrimEnd('\n').Split('\n').Select(line => line.Split(' ').Select(LabelOf).ToArray()).ToArray();
        double Within(int places) => test.Where((t, i) => named[i].Take(places).Any(t.Labels.Contains)).Count() / (double)test.Count;
        return new Method(set.Name, Name) { Top1 = Within(1), Top3 = Within(3), Top5 = Within(5), TrainSeconds = seconds };
    }
}
