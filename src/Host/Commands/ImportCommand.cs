using SmartRecruiting.Kernel.Csv;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Outbox;

namespace SmartRecruiting.Host.Commands;

/// <summary>Takes a CSV file in: good rows go in, bad rows are named.</summary>
internal sealed class ImportCommand(IEnumerable<IImport> imports, Migrations migrations, OutboxRelay relay) : ICommand
{
    private const int MostErrorsShown = 100;

    public string Name => "import";

    public string Usage => "import programmes|companies|offers|students|skills FILE.csv   row by row; names what it refuses";

    public bool NeedsData => false;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments.Count != 2 || imports.FirstOrDefault(i => i.Kind == arguments[0]) is not { } import)
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        if (!File.Exists(arguments[1]))
        {
            await errors.WriteLineAsync($"{arguments[1]}: no such file.");
            return 1;
        }
        await migrations.ApplyAsync(cancellation);
        await using var file = File.OpenRead(arguments[1]);
        using var csv = await CsvInput.OpenAsync(file, cancellation);
        var report = await import.ImportAsync(csv, cancellation);
        await relay.DrainAsync(cancellation);
        foreach (var error in report.Errors.Take(MostErrorsShown))
        {
            await errors.WriteLineAsync($"{arguments[1]}:{error.Line}: {(error.Column.Length > 0 ? error.Column + " : " : "")}{error.Reason}");
        }
        if (report.Errors.Count > MostErrorsShown) await errors.WriteLineAsync($"… {report.Errors.Count - MostErrorsShown} more.");
        await output.WriteLineAsync($"{report.Added} added, {report.Updated} updated, {report.Unchanged} unchanged, {report.Errors.Count} refused.");
        return report.Accepted > 0 || report.Errors.Count == 0 ? 0 : 1;
    }
}
