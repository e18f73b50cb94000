namespace SmartRecruiting.Matching.Engine;

/// <summary>How a model is trained.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Decides folds and orders: the same input and seed give the same model.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads that train.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Weight of the SVM's loss; see <see cref="SvmOptions.C"/>.</summary>
    public float C { get; init; } = 0.5f;

    /// <summary>Part of the classes that lose all their examples in a fold, to learn how to rank programmes without example.</summary>
    public double ColdClasses { get; init; } = 0.15;

    /// <summary>Weight of texts of such classes when the mix is learnt.</summary>
    public double ColdShare { get; init; } = 0.25;

    /// <summary>Beyond so many labelled texts one held-out part replaces five folds.</summary>
    public int ManyTexts { get; init; } = 4_000;

    /// <summary>Most held-out texts that mix and calibration learn from.</summary>
    public int MostHeldOut { get; init; } = 2_000;
}
