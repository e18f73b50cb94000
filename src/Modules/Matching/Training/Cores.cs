namespace SmartRecruiting.Matching.Training;

/// <summary>How much of the machine long work may take.</summary>
internal static class Cores
{
    /// <summary>All but one, which answers pages.</summary>
    public static int Spare { get; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Makes one thing of each, in their order, on the spare cores.</summary>
    public static TResult[] Map<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> make, CancellationToken cancellation)
    {
        var made = new TResult[items.Count];
        Parallel.For(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = Spare, CancellationToken = cancellation }, i => made[i] = make(items[i]));
        return made;
    }
}
