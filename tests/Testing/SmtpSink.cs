using System.Diagnostics;
using System.Net.Sockets;
using MimeKit;

namespace SmartRecruiting.Testing;

/// <summary>A real SMTP server that keeps what it accepts (Debian's aiosmtpd, run with Debian's own Python).</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("smtp-").FullName;
    private Process? process;

    public int Port { get; } = MariaDbServer.FreePort();

    /// <summary>Starts, or starts again after a stop, on the same port.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo(
            "/usr/bin/python3", ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{Port}", "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(folder, "box")])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("127.0.0.1", Port);
                return;
            }
            catch (SocketException) when (tries < 200 && !process.HasExited)
            {
                await pause.WaitForNextTickAsync();
            }
        }
    }

    public async Task StopAsync()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>What was accepted, each message as often as it was.</summary>
    public IReadOnlyList<MimeMessage> Mails()
    {
        var inbox = Path.Combine(folder, "box", "new");
        return Directory.Exists(inbox) ? [.. Directory.EnumerateFiles(inbox).Select(file => MimeMessage.Load(file))] : [];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }
}
