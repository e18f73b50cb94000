namespace SmartRecruiting.Contracts;

/// <summary>Trains the model that ranks.</summary>
public interface ITraining
{
    /// <summary>
    /// Trains on what the university knows now, after the training that may be under way, and promotes the result when it is better
    /// than what serves.
    /// </summary>
    /// <param name="progress">From 0 to 1; null when nobody watches.</param>
    /// <param name="cancellation">Ends the training; the model that served goes on serving.</param>
    /// <exception cref="OperationCanceledException">It was cancelled, here or by an administrator.</exception>
    Task<TrainingReport> TrainAsync(IProgress<double>? progress, CancellationToken cancellation);
}

/// <summary>What a training did.</summary>
/// <param name="Version">Of the model that was trained.</param>
/// <param name="IsPromoted">Whether it serves from now on; it is kept in either case.</param>
/// <param name="Why">The reason, in the language of the thread.</param>
public sealed record TrainingReport(int Version, bool IsPromoted, string Why, int Programmes, int Texts, double Seconds);
