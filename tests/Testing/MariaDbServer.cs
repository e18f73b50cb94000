using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MySqlConnector;

namespace SmartRecruiting.Testing;

/// <summary>A private MariaDB for this test run: own directory, own port, gone with the process.</summary>
public sealed class MariaDbServer
{
    private static readonly Lazy<Task<MariaDbServer>> Shared = new(StartAsync);
    private readonly int port;

    private MariaDbServer(int port) => this.port = port;

    public static Task<MariaDbServer> GetAsync() => Shared.Value;

    public string ConnectionString(string database) =>
        $"Server=127.0.0.1;Port={port};User=root;Password=;Database={database};SslMode=None;AllowPublicKeyRetrieval=True;ConnectionTimeout=30";

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new MySqlConnection(ConnectionString(""));
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Makes a database with the same tables as another, rows too: faster than migrating each time.</summary>
    public async Task CopyAsync(string from, string to)
    {
        await using var connection = new MySqlConnection(ConnectionString(from));
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = await new MySqlCommand("SHOW TABLES", connection).ExecuteReaderAsync())
        {
            while (await list.ReadAsync()) tables.Add(list.GetString(0));
        }
        var script = new System.Text.StringBuilder($"SET foreign_key_checks=0; CREATE DATABASE `{to}` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin; USE `{to}`;");
        foreach (var table in tables)
        {
            await using (var create = await new MySqlCommand($"SHOW CREATE TABLE `{table}`", connection).ExecuteReaderAsync())
            {
                await create.ReadAsync();
                script.Append(create.GetString(1)).Append(';');
            }
            script.Append($"INSERT INTO `{to}`.`{table}` SELECT * FROM `{from}`.`{table}`;");
        }
        await using var copy = new MySqlCommand(script.ToString(), connection) { CommandTimeout = 60 };
        await copy.ExecuteNonQueryAsync();
    }

    private static async Task<MariaDbServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("mariadb-").FullName;
        var data = Path.Combine(folder, "data");
        var asRoot = Environment.UserName == "root";
        // A server that starts sweeps its temporary folder, and with it the tables of another that starts beside it: each has its own.
        var temporary = Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName;
        if (asRoot) await RunAsync("chown", "-R", "mysql", folder);
        string[] user = asRoot ? ["--user=mysql"] : [];
        await RunAsync("mariadb-install-db", [.. user, "--no-defaults", $"--datadir={data}", $"--tmpdir={temporary}", "--auth-root-authentication-method=normal", "--skip-test-db"]);
        var port = FreePort();
        var server = Process.Start(new ProcessStartInfo(
            "mariadbd",
            [
                "--no-defaults", .. user, $"--datadir={data}", $"--tmpdir={temporary}", $"--socket={folder}/s", $"--port={port}", "--bind-address=127.0.0.1", $"--pid-file={folder}/pid",
                // The files go with the test run, so nothing is gained by flushing them.
                "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=128M", "--max-connections=400", "--skip-name-resolve", "--skip-log-bin",
            ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.Kill();
            server.WaitForExit(5000);
            Directory.Delete(folder, recursive: true);
        };
        var started = new MariaDbServer(port);
        for (var tries = 0; ; tries++)
        {
            try
            {
                await started.ExecuteAsync("SELECT 1");
                return started;
            }
            catch (MySqlException) when (tries < 300 && !server.HasExited)
            {
                using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
                await pause.WaitForNextTickAsync();
            }
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} is missing: ./dev test installs it.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {await output}{await errors}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
