using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using SmartRecruiting.Contracts;
using SmartRecruiting.Host;
using SmartRecruiting.Testing;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// What guessing passwords does to everybody else: 50 wrong sign-ins a second, each from another network address so that none is told to
/// wait, beside readers of a list; and whether the time of an answer tells a known address from an unknown one.
/// </summary>
internal static class LoginSpeed
{
    private const int Seconds = 30;
    private const int LoginsASecond = 50;
    private const int Readers = 8;
    private const int Pairs = 60;

    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        await using (var app = Application.Build(
        [
            "--urls", $"http://127.0.0.1:{MariaDbServer.FreePort()}", "--webroot", Path.Combine(SourceTree.Root!, "src", "Host", "wwwroot"),
            $"--Data:Directory={folder}", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:SmartRecruiting=Error",
        ]))
        {
            await FirstStart.RunAsync(app, Console.Out, cancellation);
            await app.StartAsync(cancellation);
            using var guesser = await Guesser.StartAsync(app);
            var cookie = await PageSpeed.SessionAsync(app, Roles.Recruiter);
            await ReadAsync(app, cookie, 5, cancellation);
            Print("list alone", await ReadAsync(app, cookie, 10, cancellation));
            await TimesAsync(guesser, folder, cancellation);
            var reading = ReadAsync(app, cookie, Seconds, cancellation);
            var answers = await FloodAsync(guesser, cancellation);
            Print($"list beside {LoginsASecond} bad sign-ins a second", await reading);
            Console.WriteLine("answers to them: " + string.Join(", ", answers.OrderBy(a => a.Key).Select(a => $"{a.Value} x {a.Key}")));
            await app.StopAsync(cancellation);
        }
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    // Known and unknown in turn, so that a drift of the machine meets both.
    private static async Task TimesAsync(Guesser guesser, string folder, CancellationToken cancellation)
    {
        var known = (await File.ReadAllLinesAsync(Path.Combine(folder, "sample-accounts.txt"), cancellation)).First(l => l.StartsWith(Roles.Recruiter, StringComparison.Ordinal)).Split(' ')[1];
        var (ofKnown, ofUnknown) = (new List<double>(), new List<double>());
        for (var i = -5; i < Pairs; i++)
        {
            foreach (var (email, times) in new[] { (known, ofKnown), ($"nobody{i}@essais.example", ofUnknown) })
            {
                var started = Stopwatch.GetTimestamp();
                await guesser.GuessAsync(email, cancellation);
                if (i >= 0) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
        var (a, b) = (Median(ofKnown), Median(ofUnknown));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sign-in, medians of {Pairs}: known {a:0.0} ms, unknown {b:0.0} ms, {100 * (a / b - 1):+0.0;-0.0} %"));
    }

    private static async Task<ConcurrentDictionary<int, int>> FloodAsync(Guesser guesser, CancellationToken cancellation)
    {
        var answers = new ConcurrentDictionary<int, int>();
        var under = new List<Task>();
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / LoginsASecond));
        for (var i = 0; i < Seconds * LoginsASecond && await beat.WaitForNextTickAsync(cancellation); i++)
        {
            var email = $"nobody{i}@essais.example";
            under.Add(Task.Run(async () => answers.AddOrUpdate(await guesser.GuessAsync(email, cancellation), 1, (_, n) => n + 1), cancellation));
        }
        await Task.WhenAll(under);
        return answers;
    }

    private static async Task<List<double>> ReadAsync(WebApplication app, string cookie, int seconds, CancellationToken cancellation)
    {
        var times = new ConcurrentBag<double>();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(
            async () =>
            {
                while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, "/offers");
                    request.Headers.Add("Cookie", cookie);
                    var begun = Stopwatch.GetTimestamp();
                    using var answer = await http.SendAsync(request, cancellation);
                    answer.EnsureSuccessStatusCode();
                    await answer.Content.ReadAsByteArrayAsync(cancellation);
                    times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                }
            },
            cancellation)));
        return [.. times.Order()];
    }

    private static void Print(string what, List<double> times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {times.Count} pages, median {times[times.Count / 2]:0.0} ms, p99 {times[(int)(times.Count * 0.99)]:0.0} ms"));

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    /// <summary>Signs in wrongly, each time from another address, as a proxy reports it.</summary>
    private sealed class Guesser(HttpClient http, string cookie, string token) : IDisposable
    {
        private int count;

        public static async Task<Guesser> StartAsync(WebApplication app)
        {
            var address = new Uri(app.Urls.First());
            using var visitor = new Visitor(address);
            var form = await visitor.GetAsync("/account/login");
            var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            return new Guesser(new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address }, visitor.Cookies, token);
        }

        public async Task<int> GuessAsync(string email, CancellationToken cancellation)
        {
            var n = Interlocked.Increment(ref count);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/account/login");
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add("X-Forwarded-For", $"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}");
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Input.Email"] = email, ["Input.Password"] = "une phrase qui n’est pas la bonne", ["__RequestVerificationToken"] = token,
            });
            using var answer = await http.SendAsync(request, cancellation);
            await answer.Content.ReadAsByteArrayAsync(cancellation);
            return (int)answer.StatusCode;
        }

        public void Dispose() => http.Dispose();
    }
}
