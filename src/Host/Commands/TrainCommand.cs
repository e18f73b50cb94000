namespace SmartRecruiting.Host.Commands;

/// <summary>Trains now, and promotes what is better.</summary>
internal sealed class TrainCommand(ITraining training) : ICommand
{
    public string Name => "train";

    public string Usage => "train                                              train a model, and use it when it is better";

    public bool NeedsData => true;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        TrainingReport report;
        try
        {
            report = await training.TrainAsync(ProgressLine.On(errors), cancellation);
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("The training was cancelled; the model that served goes on serving.");
            return 1;
        }
        await output.WriteLineAsync(
            $"Model {report.Version}: {report.Programmes} programmes, {report.Texts} labelled texts, {report.Seconds:0.0} s. {(report.IsPromoted ? "Promoted" : "Kept, not promoted")}: {report.Why}");
        return 0;
    }
}
