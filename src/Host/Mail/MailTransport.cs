using System.Net;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Host.Mail;

/// <summary>Hands messages over: to the SMTP server when one is configured, else to files that any mail program opens.</summary>
internal sealed class MailTransport(IOptions<MailOptions> options, DataDirectory data)
{
    private const int TimeoutMilliseconds = 30_000;

    /// <summary>Where mails go when there is no server.</summary>
    public string Folder => data.Folder("mail");

    /// <summary>True when a server is configured.</summary>
    public bool HasServer => options.Value.Host.Length > 0;

    /// <summary>Opens the way; dispose it when the messages are out.</summary>
    public async Task<Session> OpenAsync(CancellationToken cancellation)
    {
        if (!HasServer) return new Session(null, Folder);
        var smtp = new SmtpClient { Timeout = TimeoutMilliseconds };
        try
        {
            var set = options.Value;
            var local = set.Host is "localhost" || (IPAddress.TryParse(set.Host, out var ip) && IPAddress.IsLoopback(ip));
            var security = set.RequireTls && !local ? SecureSocketOptions.Auto : SecureSocketOptions.StartTlsWhenAvailable;
            await smtp.ConnectAsync(set.Host, set.Port, security, cancellation);
            if (set.RequireTls && !local && !smtp.IsSecure) throw new SslHandshakeException("The mail server offers no encryption.");
            if (set.User.Length > 0) await smtp.AuthenticateAsync(set.User, set.Password, cancellation);
            return new Session(smtp, Folder);
        }
        catch
        {
            smtp.Dispose();
            throw;
        }
    }

    /// <summary>One conversation with the server, or with the folder.</summary>
    internal sealed class Session(SmtpClient? smtp, string folder) : IAsyncDisposable
    {
        /// <summary>Returns when the message is accepted. A file has the name of its Message-ID, so a second try writes the same file.</summary>
        public async Task SendAsync(MimeMessage message, CancellationToken cancellation)
        {
            if (smtp is not null)
            {
                await smtp.SendAsync(message, cancellation);
                return;
            }
            var path = Path.Combine(folder, message.MessageId!.Split('@')[0] + ".eml");
            var half = path + ".half";
            await message.WriteToAsync(half, cancellation);
            File.Move(half, path, overwrite: true);
        }

        public async ValueTask DisposeAsync()
        {
            if (smtp is null) return;
            try
            {
                if (smtp.IsConnected) await smtp.DisconnectAsync(quit: true);
            }
            catch (IOException)
            {
                // The server hung up first; everything accepted is accepted.
            }
            smtp.Dispose();
        }
    }
}
