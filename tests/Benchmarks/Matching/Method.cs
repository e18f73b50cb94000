namespace SmartRecruiting.Benchmarks;

/// <summary>How one method did on one set; null where the method has no such figure.</summary>
internal sealed record Method(string Set, string Name)
{
    public double? Top1 { get; init; }

    public double? Top3 { get; init; }

    public double? Top5 { get; init; }

    public double? RareTop5 { get; init; }

    public double? ZeroTop1 { get; init; }

    public double? ZeroTop5 { get; init; }

    public double? Ece { get; init; }

    public double? StrongPrecision { get; init; }

    public double? StrongCoverage { get; init; }

    public double? TrainSeconds { get; init; }

    public double? TrainCpuSeconds { get; init; }

    public double? ModelMegabytes { get; init; }

    public double? P50Milliseconds { get; init; }

    public double? P99Milliseconds { get; init; }

    /// <summary>Shares of texts whose label is among the first; <paramref name="scores"/> has a row a text, a column a label.</summary>
    public static Method Of(string set, string name, IReadOnlyList<float[]> scores, IReadOnlyList<int> right, double seconds, double cpuSeconds)
    {
        double Within(int places) => scores.Where((row, i) => Place(row, right[i]) <= places).Count() / (double)scores.Count;
        return new Method(set, name) { Top1 = Within(1), Top3 = Within(3), Top5 = Within(5), TrainSeconds = seconds, TrainCpuSeconds = cpuSeconds };
    }

    // A label that nothing was learnt of is never found; a tie counts against the right one.
    private static int Place(float[] scores, int right) => right < 0 ? int.MaxValue : scores.Count(s => s >= scores[right]);
}
