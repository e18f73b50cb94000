namespace SmartRecruiting.Host.Commands;

/// <summary>Trains and promotes now.</summary>
internal sealed class TrainCommand(ITraining training) : ICommand
{
    public string Name => "train";

    public string Usage => "train                                              train the model and use it";

    public bool NeedsData => true;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var report = await training.TrainAsync(ProgressLine.On(errors), cancellation);
        await output.WriteLineAsync(
            $"Model {report.Version}: {report.Programmes} programmes, {report.Texts} labelled texts, {report.Seconds:0.0} s.");
        return 0;
    }
}
