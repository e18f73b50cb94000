using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Contracts;
using SmartRecruiting.Host;
using SmartRecruiting.Testing;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// Requests a second of the list pages, as shares of two bare pages' on the same host, in one run: the emptiest page there is (one
/// count, nobody signed in), and a bare list (25 rows of one query, read by the same visitor).
/// </summary>
internal static partial class PageSpeed
{
    private const string Bare = "/bench/bare";
    private const string BareList = "/bench/list";

    // A page takes half a minute of calls until the runtime has compiled it at its best.
    private const int WarmUpSeconds = 30;

    // A machine's speed drifts: each page is held against the bare ones right before it, several times.
    private const int Rounds = 3;
    private const int Seconds = 4;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        var port = MariaDbServer.FreePort();
        await using var app = Application.Build(
            [
                "--urls", $"http://127.0.0.1:{port}", "--webroot", Path.Combine(SourceTree.Root!, "src", "Host", "wwwroot"), $"--Data:Directory={folder}",
                "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:SmartRecruiting=Error",
            ],
            services => services.AddRazorPages().AddApplicationPart(typeof(PageSpeed).Assembly));
        await FirstStart.RunAsync(app, Console.Out, CancellationToken.None);
        await app.StartAsync();

        var recruiter = await SessionAsync(app, Roles.Recruiter);
        var manager = await SessionAsync(app, Roles.Manager);
        (string Path, string Cookie)[] pages =
        [
            ("/offers", recruiter), ("/inbox", manager), ("/catalogue", manager), ("/roster", manager), ("/internships", ""), ("/programmes", ""),
        ];
        Console.WriteLine($"{"page",-16}{"requests/s",12}{"bare's",12}{"of bare",10}{"list's",12}{"of list",10}{"p99 ms",10}{"errors",8}");
        await WrkAsync(app, Bare, "", WarmUpSeconds);
        await WrkAsync(app, BareList, recruiter, WarmUpSeconds);
        foreach (var (path, cookie) in pages)
        {
            await WrkAsync(app, path, cookie, WarmUpSeconds);
            var rounds = new List<(double Bare, double List, double Rate, double P99, int Errors)>();
            for (var round = 0; round < Rounds; round++)
            {
                var (bare, _, _) = await WrkAsync(app, Bare, "", Seconds);
                var (list, _, _) = await WrkAsync(app, BareList, cookie, Seconds);
                var (rate, p99, errors) = await WrkAsync(app, path, cookie, Seconds);
                rounds.Add((bare, list, rate, p99, errors));
            }
            var middle = rounds.OrderBy(r => r.Rate / r.List).ElementAt(Rounds / 2);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{path,-16}{middle.Rate,12:0}{middle.Bare,12:0}{100 * middle.Rate / middle.Bare,9:0} %{middle.List,12:0}{100 * middle.Rate / middle.List,9:0} %{middle.P99,10:0.0}{rounds.Sum(r => r.Errors),8}"));
        }
        Console.WriteLine($"resident: {Process.GetCurrentProcess().WorkingSet64 / 1_000_000} MB");
        await app.StopAsync();
        // The indexes write to their folder until they are disposed of.
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>The cookies of a sample account that signed in.</summary>
    public static async Task<string> SessionAsync(WebApplication app, string role)
    {
        using var visitor = await SignInAsync(app, role);
        return visitor.Cookies;
    }

    /// <summary>A sample account that signed in.</summary>
    public static async Task<Visitor> SignInAsync(WebApplication app, string role)
    {
        var accounts = await File.ReadAllLinesAsync(Path.Combine(app.Configuration["Data:Directory"]!, "sample-accounts.txt"));
        var parts = accounts.First(line => line.StartsWith(role + " ", StringComparison.Ordinal)).Split(' ');
        var visitor = new Visitor(new Uri(app.Urls.First()));
        var login = await visitor.GetAsync("/account/login");
        await visitor.SubmitAsync(login, "form[action*='login']", ("Input.Email", parts[1]), ("Input.Password", parts[2]));
        return visitor;
    }

    private static async Task<(double Rate, double P99, int Errors)> WrkAsync(WebApplication app, string path, string cookie, int seconds)
    {
        string[] header = cookie.Length > 0 ? ["-H", "Cookie: " + cookie] : [];
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", "-c32", $"-d{seconds}s", "--latency", .. header, app.Urls.First() + path]) { RedirectStandardOutput = true })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var rate = double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        var p99 = P99().Match(output);
        var milliseconds = double.Parse(p99.Groups[1].Value, CultureInfo.InvariantCulture) * p99.Groups[2].Value switch { "us" => 0.001, "s" => 1000, _ => 1 };
        var refused = Errors().Match(output);
        return (rate, milliseconds, refused.Success ? int.Parse(refused.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P99();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex Errors();
}
