using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Contracts;
using SmartRecruiting.Host;
using SmartRecruiting.Host.Sample;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Matching.Evaluation;
using SmartRecruiting.Testing;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// How long a recruiter waits for the page that ranks an offer against 700 programmes: the whole answer over HTTP, by one client. The sample
/// has fewer, so each of its programmes stands there several times, under other names and with offers of its own.
/// </summary>
internal static class RankingPage
{
    private const int Programmes = 700, Offers = 12_000;
    private const int Texts = 60, Rounds = 5;

    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var (folder, sample) = (Directory.CreateTempSubdirectory("bench-").FullName, Directory.CreateTempSubdirectory("bench-").FullName);
        try
        {
            Enlarge(SampleUniversity.DefaultFolder!, sample);
            await using var app = Application.Build(
            [
                "--urls", $"http://127.0.0.1:{MariaDbServer.FreePort()}", "--webroot", Path.Combine(SourceTree.Root!, "src", "Host", "wwwroot"), $"--Data:Directory={folder}",
                "--Jobs:Background=false", $"--Sample:Offers={Offers}", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:SmartRecruiting=Error",
            ]);
            await app.Services.GetRequiredService<Migrations>().ApplyAsync(cancellation);
            await using (var scope = app.Services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<SampleUniversity>().LoadAsync(sample, Console.Out, cancellation);
            }
            await app.StartAsync(cancellation);
            await MeasureAsync(app, cancellation);
            await app.StopAsync(CancellationToken.None);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Directory.Delete(sample, recursive: true);
        }
        return 0;
    }

    // Drafts with texts of another seed: the model has seen none of them.
    private static async Task MeasureAsync(WebApplication app, CancellationToken cancellation)
    {
        using var recruiter = await PageSpeed.SignInAsync(app, Roles.Recruiter);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var paths = new List<string>();
        foreach (var offer in new SampleOffers(new SampleData(SampleUniversity.DefaultFolder!), 2, today).Make(Texts))
        {
            var (id, _) = await recruiter.BeginOfferAsync(offer.Wording.Title, offer.Wording.Text);
            paths.Add($"/offers/{id}/ranking");
        }
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("Cookie", recruiter.Cookies);
        var (times, cpuTimes, bytes) = (new List<double>(), new List<double>(), 0);
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var path in paths)
            {
                var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                using var answer = await client.GetAsync(path, cancellation);
                bytes = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellation)).Length;
                // The first round warms up.
                if (round < 0) continue;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                cpuTimes.Add((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
            }
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"page that ranks one offer against {Programmes} programmes, {times.Count} answers of about {bytes / 1000} kB: p50 {Measures.Percentile(times, 0.5):0.0} ms, p99 {Measures.Percentile(times, 0.99):0.0} ms (wanted 20); CPU p50 {Measures.Percentile(cpuTimes, 0.5):0.0} ms, p99 {Measures.Percentile(cpuTimes, 0.99):0.0} ms"));
    }

    // The rows have no line break in a cell, and code, name and component come first.
    private static void Enlarge(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*.csv", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var catalogue = Path.Combine(to, "programmes.csv");
        var lines = File.ReadAllLines(catalogue);
        File.WriteAllLines(catalogue, Enumerable.Range(0, Programmes).Select(i => Twin(lines[1 + (i % (lines.Length - 1))], i / (lines.Length - 1))).Prepend(lines[0]));
    }

    private static string Twin(string line, int number)
    {
        if (number == 0) return line;
        var (code, rest) = (line[..line.IndexOf(',', StringComparison.Ordinal)], line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..]);
        return rest.StartsWith('"')
            ? string.Create(CultureInfo.InvariantCulture, $"{code}-{number},\"{number}. {rest[1..]}")
            : string.Create(CultureInfo.InvariantCulture, $"{code}-{number},{number}. {rest}");
    }
}
