using System.Diagnostics;
using System.Net;
using SmartRecruiting.Host;

namespace SmartRecruiting.Testing;

/// <summary>The product as a process of its own, to be killed and started again on the same data.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Dictionary<string, string> settings;
    private readonly int port = MariaDbServer.FreePort();
    private readonly List<Visitor> visitors = [];
    private Process? process;

    private RunningHost(string folder, Dictionary<string, string> settings) => (Folder, this.settings) = (folder, settings);

    /// <summary>The data directory.</summary>
    public string Folder { get; }

    public Uri Address => new($"http://localhost:{port}");

    /// <summary>Where this build of the program lies.</summary>
    public static string Program => Path.Combine(
        SourceTree.Root!, "src", "Host", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "SmartRecruiting.Host.dll");

    /// <summary>Sets up a data directory, on the database asked for; nothing runs yet.</summary>
    public static async Task<RunningHost> PrepareAsync(Database database, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("smartrecruiting-").FullName;
        var all = settings.ToDictionary(s => s.Name, s => s.Value);
        all["Data__Directory"] = folder;
        if (database is Database.MariaDb)
        {
            var server = await MariaDbServer.GetAsync();
            var name = "p" + Guid.NewGuid().ToString("N");
            await server.ExecuteAsync($"CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            all["Database__Provider"] = "MySql";
            all["Database__ConnectionString"] = server.ConnectionString(name);
        }
        return new RunningHost(folder, all);
    }

    /// <summary>Over data that are there already.</summary>
    internal static RunningHost Over(string folder, IEnumerable<(string Name, string Value)> settings) =>
        new(folder, new Dictionary<string, string>(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))) { ["Data__Directory"] = folder });

    /// <summary>Runs one command to its end.</summary>
    public async Task<(int Exit, string Output, string Errors)> CommandAsync(params string[] arguments)
    {
        using var command = Process.Start(Describe(arguments))!;
        var output = command.StandardOutput.ReadToEndAsync();
        var errors = command.StandardError.ReadToEndAsync();
        await command.WaitForExitAsync();
        return (command.ExitCode, await output, await errors);
    }

    /// <summary>Starts serving and returns when the program says it is ready.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(Describe(["--urls", Address.ToString().TrimEnd('/')]))!;
        var said = new List<string>();
        process.OutputDataReceived += (_, line) => { lock (said) said.Add(line.Data ?? ""); };
        process.ErrorDataReceived += (_, line) => { lock (said) said.Add(line.Data ?? ""); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !process.HasExited;)
        {
            try
            {
                var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (ready.StatusCode is HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await pause.WaitForNextTickAsync();
        }
        lock (said) throw new InvalidOperationException("The program did not start: " + string.Join('\n', said));
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public Visitor Visitor()
    {
        var visitor = new Visitor(Address);
        visitors.Add(visitor);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors) visitor.Dispose();
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private ProcessStartInfo Describe(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return start;
    }
}
