namespace SmartRecruiting.Contracts;

/// <summary>A mail must leave. It is a row before it is a message: sent once, tried again until it is.</summary>
/// <param name="Language">Of the reader: fr or en.</param>
/// <param name="Paragraphs">Plain text; the transport makes the HTML twin.</param>
/// <param name="Action">The one button: its label and an address under this site ("/inbox/…"); null for none.</param>
/// <param name="StopPath">Where one POST stops this kind of mail (RFC 8058); null when it cannot be stopped.</param>
/// <param name="Links">Other places under this site, as plain links below the button; null for none.</param>
public sealed record MailRequested(
    string To,
    string ToName,
    string Subject,
    string Language,
    IReadOnlyList<string> Paragraphs,
    MailAction? Action,
    string? StopPath = null,
    IReadOnlyList<MailAction>? Links = null) : IntegrationEvent;

/// <summary>What a reader can do from a mail: it leads to a page, which asks before anything changes.</summary>
public sealed record MailAction(string Label, string Path);
