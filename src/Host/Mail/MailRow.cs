using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Kernel.Queue;

namespace SmartRecruiting.Host.Mail;

/// <summary>A mail on its way out. Its id is the event's that asked for it, and makes its Message-ID: however often it is tried, it is one mail.</summary>
internal sealed class MailRow : QueueItem
{
    public static MailRow For(MailRequested requested, string content, DateTime now) =>
        new() { Id = requested.EventId, Recipient = requested.To, Content = content, CreatedAt = now, DueAt = now };

    public required string Recipient { get; init; }

    /// <summary>The request as JSON.</summary>
    public required string Content { get; init; }

    public static void Describe(EntityTypeBuilder<MailRow> mail)
    {
        QueueItem.Describe(mail);
        mail.Property(x => x.Recipient).HasMaxLength(320);
    }
}
