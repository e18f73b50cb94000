using System.Diagnostics;
using System.Globalization;
using System.Net;
using SmartRecruiting.Contracts;
using SmartRecruiting.Host.Sample;
using SmartRecruiting.Testing;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// What a stranger can learn from the time of an answer, and what a flood of bad sign-ins does to everybody else. Known and unknown
/// addresses take turns in one run, each try from an address of its own, so that nobody is made to wait.
/// </summary>
internal static class SignInBench
{
    private const int Pairs = 100;
    private const int BadSignInsASecond = 50;
    private static readonly TimeSpan Flood = TimeSpan.FromSeconds(30);
    private const string Wrong = "un autre mot de passe bien long";

    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var host = await TestHost.StartAsync();
        await host.WithAsync<SampleUniversity>(sample => sample.LoadAsync(SampleUniversity.DefaultFolder!, Console.Out, cancellation));
        await host.SettleAsync();
        for (var i = 0; i < Pairs; i++) await host.AccountAsync(Roles.Student, Known(i));
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 1000 }) { BaseAddress = host.Address };
        Console.WriteLine($"{"",-14}{"known ms",10}{"unknown ms",12}{"difference",12}");
        await CompareAsync("sign-in", "/account/login", email => [("Input.Email", email), ("Input.Password", Wrong)]);
        await CompareAsync("forgotten", "/account/forgot", email => [("Email", email)]);
        await FloodAsync();
        return 0;

        async Task CompareAsync(string name, string path, Func<string, (string, string)[]> form)
        {
            var sender = await FormAsync(browser, path);
            List<double> known = [], unknown = [];
            for (var i = -5; i < Pairs; i++)
            {
                var pair = Math.Max(i, 0);
                var first = await MeasureAsync(() => sender(form(Known(pair)), Address(2 * i + 20)));
                var second = await MeasureAsync(() => sender(form($"personne{pair}@univ.example"), Address(2 * i + 21)));
                // The first ones warm up.
                if (i < 0) continue;
                known.Add(first);
                unknown.Add(second);
            }
            var (k, u) = (Median(known), Median(unknown));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14}{k,10:0.00}{u,12:0.00}{100 * (k - u) / u,11:0.0} %"));
        }

        async Task FloodAsync()
        {
            await PagesAsync(TimeSpan.FromSeconds(2));
            var quiet = await PagesAsync(TimeSpan.FromSeconds(10));
            var sender = await FormAsync(browser, "/account/login");
            var tries = new List<Task<HttpStatusCode>>();
            var loud = PagesAsync(Flood);
            using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / BadSignInsASecond));
            for (var i = 0; !loud.IsCompleted && await pace.WaitForNextTickAsync(cancellation); i++)
            {
                tries.Add(sender([("Input.Email", $"personne{i}@univ.example"), ("Input.Password", Wrong)], Address(i)));
            }
            var answers = await Task.WhenAll(tries);
            var busy = await loud;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"list page p99: {quiet:0} ms quiet, {busy:0} ms under {answers.Length / Flood.TotalSeconds:0} bad sign-ins a second ({answers.Count(a => a == HttpStatusCode.OK)} checked, {answers.Count(a => a == HttpStatusCode.ServiceUnavailable)} told to come back)"));
        }

        // Somebody looks at a list page 20 times a second.
        async Task<double> PagesAsync(TimeSpan period)
        {
            var reads = new List<Task<double>>();
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < period && await pace.WaitForNextTickAsync(cancellation);)
            {
                reads.Add(MeasureAsync(() => browser.GetAsync(new Uri("/internships", UriKind.Relative), cancellation)));
            }
            var times = await Task.WhenAll(reads);
            return times.Order().ElementAt(times.Length * 99 / 100);
        }
    }

    // A form read once and sent often.
    private static async Task<Func<(string Name, string Value)[], string, Task<HttpStatusCode>>> FormAsync(HttpClient browser, string path)
    {
        using var visitor = new Visitor(browser.BaseAddress!);
        var page = await visitor.GetAsync(path);
        var token = page.Document.QuerySelector("main [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var cookies = visitor.Cookies;
        return async (values, address) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path);
            request.Content = new FormUrlEncodedContent(values.Append(("__RequestVerificationToken", token)).Select(v => KeyValuePair.Create(v.Item1, v.Item2)));
            request.Headers.Add("Cookie", cookies);
            request.Headers.Add("X-Forwarded-For", address);
            using var answer = await browser.SendAsync(request);
            return answer.StatusCode;
        };
    }

    private static async Task<double> MeasureAsync<T>(Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Known(int i) => $"etudiant{i}@univ.example";

    private static string Address(int i) => $"10.{i >> 16 & 255}.{i >> 8 & 255}.{i & 255}";
}
