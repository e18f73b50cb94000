namespace SmartRecruiting.Host.Mail;

/// <summary>Configuration section "Mail". Without a server, mails become files.</summary>
internal sealed class MailOptions
{
    /// <summary>Name of the SMTP server; empty for none.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Account on the server; empty for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Password of the account.</summary>
    public string Password { get; set; } = "";

    /// <summary>True refuses a server without encryption. Only a server on this machine may do without.</summary>
    public bool RequireTls { get; set; } = true;

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "ne-pas-repondre@localhost";

    /// <summary>False leaves sending to whoever calls <see cref="MailWorker.DrainAsync"/>.</summary>
    public bool Background { get; set; } = true;
}
