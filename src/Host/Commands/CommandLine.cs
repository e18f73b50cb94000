using System.Globalization;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Host.Commands;

/// <summary>Finds out what is asked: to serve, or one command.</summary>
internal static class CommandLine
{
    /// <summary>Exit 0 done, 1 refused with a clear line, 2 wrong usage.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not "--help")
        {
            return await Serve.RunAsync(args);
        }
        await using var app = Application.Build([]);
        await using var scope = app.Services.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetServices<ICommand>().ToList();
        var command = commands.Find(c => c.Name == args[0]);
        if (command is null)
        {
            var asked = args[0] is "help" or "--help" or "-h";
            var output = asked ? Console.Out : Console.Error;
            if (!asked) await output.WriteLineAsync($"There is no command \"{args[0]}\".");
            await output.WriteLineAsync("Without a command, the site is served on http://localhost:5080 (--urls changes that). Commands:");
            foreach (var one in commands.OrderBy(c => c.Name, StringComparer.Ordinal)) await output.WriteLineAsync("  " + one.Usage);
            return asked ? 0 : 2;
        }
        // Readers of reports are the administrators of a French university; figures in files are invariant.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
            Cultures.Of(Environment.GetEnvironmentVariable("LANG"));
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        if (command.NeedsData) await FirstStart.RunAsync(app, Console.Error, stop.Token);
        return await command.RunAsync(args[1..], Console.Out, Console.Error, stop.Token);
    }
}
