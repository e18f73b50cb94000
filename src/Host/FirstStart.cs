using System.Diagnostics;
using SmartRecruiting.Host.Sample;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Host;

/// <summary>Makes the program ready: the database of this version and, in Development, the sample university where there is none yet.</summary>
internal static class FirstStart
{
    public static async Task RunAsync(WebApplication app, TextWriter output, CancellationToken cancellation)
    {
        var data = app.Services.GetRequiredService<DataDirectory>();
        await app.Services.GetRequiredService<Migrations>().ApplyAsync(cancellation);
        if (!app.Environment.IsDevelopment() || SampleUniversity.DefaultFolder is not { } folder || File.Exists(data.File(SampleUniversity.Marker))) return;
        await using var scope = app.Services.CreateAsyncScope();
        var sample = scope.ServiceProvider.GetRequiredService<SampleUniversity>();
        if (!await sample.IsWantedAsync(cancellation)) return;
        var watch = Stopwatch.StartNew();
        await sample.LoadAsync(folder, output, cancellation);
        await output.WriteLineAsync($"Ready after {watch.Elapsed.TotalSeconds:0} s; the next start takes a moment.");
    }
}
