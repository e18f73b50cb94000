namespace SmartRecruiting.Host.Commands;

/// <summary>Serves the site: what the program does without a command.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Application.Build(args);
        await FirstStart.RunAsync(app, Console.Out, app.Lifetime.ApplicationStopping);
        await app.StartAsync();
        await Welcome.WriteAsync(app, Console.Out);
        await app.WaitForShutdownAsync();
        return 0;
    }
}
