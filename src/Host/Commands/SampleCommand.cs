using SmartRecruiting.Host.Sample;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Host.Commands;

/// <summary>Loads a sample university into the database, whatever the environment.</summary>
internal sealed class SampleCommand(SampleUniversity sample, Migrations migrations) : ICommand
{
    public string Name => "sample";

    public string Usage => "sample load DIR                                    fill the database with a sample university";

    public bool NeedsData => false;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments is not ["load", var folder])
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        if (!Directory.Exists(folder))
        {
            await errors.WriteLineAsync($"{folder}: no such folder.");
            return 1;
        }
        await migrations.ApplyAsync(cancellation);
        await sample.LoadAsync(folder, output, cancellation);
        return 0;
    }
}
