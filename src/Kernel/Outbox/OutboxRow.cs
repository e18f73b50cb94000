using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Kernel.Queue;

namespace SmartRecruiting.Kernel.Outbox;

/// <summary>One event for one handler: each handler succeeds or fails on its own account.</summary>
internal sealed class OutboxRow : QueueItem
{
    public required string Event { get; init; }

    public required string Handler { get; init; }

    public required string Payload { get; init; }

    public static void Describe(EntityTypeBuilder<OutboxRow> row)
    {
        QueueItem.Describe(row);
        row.Property(x => x.Event).HasMaxLength(200);
        row.Property(x => x.Handler).HasMaxLength(200);
    }
}
