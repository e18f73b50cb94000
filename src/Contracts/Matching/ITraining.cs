namespace SmartRecruiting.Contracts;

/// <summary>Trains the model that ranks.</summary>
public interface ITraining
{
    /// <summary>Trains on what the university knows now, and promotes the result.</summary>
    /// <param name="progress">From 0 to 1; null when nobody watches.</param>
    /// <param name="cancellation">Ends the training; the model that served goes on serving.</param>
    Task<TrainingReport> TrainAsync(IProgress<double>? progress, CancellationToken cancellation);
}

/// <summary>What a training did.</summary>
/// <param name="Version">Of the model that serves now.</param>
public sealed record TrainingReport(int Version, int Programmes, int Texts, double Seconds);
