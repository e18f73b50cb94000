using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Host.Commands;

/// <summary>Brings the database to this version ahead of the start.</summary>
internal sealed class MigrateCommand(Migrations migrations) : ICommand
{
    public string Name => "migrate";

    public string Usage => "migrate                                            bring the database to this version";

    public bool NeedsData => false;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var applied = await migrations.ApplyAsync(cancellation);
        await output.WriteLineAsync(applied ? "The database is up to date now." : "The database was up to date.");
        return 0;
    }
}
