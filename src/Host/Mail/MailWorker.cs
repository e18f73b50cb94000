using System.Net.Sockets;
using System.Text.Json;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SmartRecruiting.Host.Data;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Kernel.Queue;

namespace SmartRecruiting.Host.Mail;

/// <summary>Claims mail rows, sends them, marks them; what fails is tried again later.</summary>
internal sealed class MailWorker(
    IServiceProvider services,
    MailTransport transport,
    OutboxSignal signal,
    IOptions<MailOptions> mail,
    IOptions<SiteOptions> site,
    IOptions<OutboxOptions> outbox,
    TimeProvider clock,
    ILogger<MailWorker> log) : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Sends all that is due now; returns how many were tried.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellation)
    {
        var total = 0;
        while (await SendBatchAsync(cancellation) is > 0 and var tried) total += tried;
        return total;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mail.Value.Background) return;
        await ReleaseOwnLeasesAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                await DrainAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The mail rows cannot be read");
            }
            await Task.WhenAny(next, Task.Delay(Pace, stoppingToken));
        }
    }

    private async Task<int> SendBatchAsync(CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDb>();
        var rows = await db.ClaimAsync<MailRow>(Batch, outbox.Value.Lease, Now, cancellation);
        if (rows.Count == 0) return 0;
        MailTransport.Session? session = null;
        try
        {
            foreach (var row in rows)
            {
                try
                {
                    session ??= await transport.OpenAsync(cancellation);
                    var message = MailMessage.From(JsonSerializer.Deserialize<MailRequested>(row.Content)!, site.Value, mail.Value);
                    await session.SendAsync(message, cancellation);
                    await db.CompleteAsync(row, Now, cancellation);
                }
                catch (Exception failure) when (IsTransport(failure))
                {
                    // Addresses are personal: the log has the row's id and the kind of failure.
                    log.LogWarning("Mail {Mail} did not leave: {Failure}", row.Id, Describe(failure));
                    await db.FailAsync(row, Describe(failure), IsForGood(failure), Now, cancellation);
                    if (session is not null) await session.DisposeAsync();
                    session = null;
                }
            }
        }
        finally
        {
            if (session is not null) await session.DisposeAsync();
        }
        return rows.Count;
    }

    // One host's own database: what was leased at the start was leased by a process that is gone.
    private async Task ReleaseOwnLeasesAsync(CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDb>();
        if (!db.Database.IsSqlite()) return;
        await db.Mails.Where(x => x.LeasedUntil != null).ExecuteUpdateAsync(set => set.SetProperty(x => x.LeasedUntil, (DateTime?)null), cancellation);
    }

    private static bool IsTransport(Exception failure) =>
        failure is SmtpCommandException or SmtpProtocolException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException
            or IOException or SocketException or TimeoutException or FormatException;

    // 5xx on the recipient or the message will be refused again; everything else may pass.
    private static bool IsForGood(Exception failure) =>
        failure is FormatException
        || (failure is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } refused && (int)refused.StatusCode >= 500);

    private static string Describe(Exception failure) =>
        failure is SmtpCommandException refused ? $"SMTP {(int)refused.StatusCode}" : failure.GetType().Name;
}
