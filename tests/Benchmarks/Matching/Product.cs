using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Benchmarks;

/// <summary>The product's own model, as the evaluate command measures it.</summary>
internal static class Product
{
    public static Method Measure(MatchingSet set, CancellationToken cancellation)
    {
        var figures = Evaluate.Measure(new EvaluateOptions(set.ProgrammesFile, set.TrainFile, set.TestFile), cancellation);
        return new Method(set.Name, "SmartRecruiting")
        {
            Top1 = figures.All.Top1,
            Top3 = figures.All.Top3,
            Top5 = figures.All.Top5,
            RareTop5 = figures.Rare.Top5,
            ZeroTop1 = figures.Zero.Top1,
            ZeroTop5 = figures.Zero.Top5,
            Ece = figures.Ece,
            StrongPrecision = figures.StrongPrecision,
            StrongCoverage = figures.StrongCoverage,
            TrainSeconds = figures.TrainSeconds,
            TrainCpuSeconds = figures.TrainCpuSeconds,
            ModelMegabytes = figures.ModelMegabytes,
            P50Milliseconds = figures.P50Milliseconds,
            P99Milliseconds = figures.P99Milliseconds,
        };
    }
}
