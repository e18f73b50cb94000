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
    private const int Programmes = 700, Offers = 6_000, Shown = 10;
    
    // The runtime compiles a page at its best only after some hundreds of calls.
    private const int Texts = 60, WarmUp = 6, Rounds = 6;

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
        var (texts, paths) = (new List<string>(), new List<string>());
        foreach (var offer in new SampleOffers(new SampleData(SampleUniversity.DefaultFolder!), 2, today).Make(Texts))
        {
            var (id, _) = await recruiter.BeginOfferAsync(offer.Wording.Title, offer.Wording.Text);
            texts.Add(offer.Wording.Title + "\n" + offer.Wording.Text);
            paths.Add($"/offers/{id}/ranking");
        }
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("Cookie", recruiter.Cookies);
        await using var scope = app.Services.CreateAsyncScope();
        var ranking = scope.ServiceProvider.GetRequiredService<IProgrammeRanking>();
        Console.WriteLine($"{$"one offer against {Programmes} programmes, ms",-46}{"p50",10}{"p99",10}{"most",10}{"CPU p50",10}{"CPU p99",10}");
        await SayAsync("the ranking with its reasons", texts, text => ranking.RankAsync(new RankingQuery(text, Shown), cancellation));
        await SayAsync("the page over HTTP (p99 wanted: 20)", paths, async path =>
        {
            using var answer = await client.GetAsync(path, cancellation);
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellation);
        });
    }

    private static async Task SayAsync(string what, List<string> each, Func<string, Task> run)
    {
        var (times, cpuTimes) = (new List<double>(), new List<double>());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            foreach (var one in each)
            {
                var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                await run(one);
                if (round < 0) continue;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                cpuTimes.Add((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
            }
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-46}{Measures.Percentile(times, 0.5),10:0.0}{Measures.Percentile(times, 0.99),10:0.0}{times.Max(),10:0.0}{Measures.Percentile(cpuTimes, 0.5),10:0.0}{Measures.Percentile(cpuTimes, 0.99),10:0.0}"));
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
