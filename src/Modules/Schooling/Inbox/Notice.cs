using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>Why somebody is told of a transmission.</summary>
internal enum NoticeKind
{
    /// <summary>It has just come.</summary>
    Arrived,

    /// <summary>It still waits for an answer.</summary>
    Reminder,

    /// <summary>Those it was sent to do not answer; the reader can in their place.</summary>
    Deputising,
}

/// <summary>News of the inbox that waits for its reader's next digest; gone once it was mailed, or once nothing is to be answered any more.</summary>
internal sealed class Notice
{
    private Notice() { }

    public Notice(Guid account, InboxItem item, NoticeKind kind, DateTime now) => (AccountId, Item, ItemId, Kind, At) = (account, item, item.Id, kind, now);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    public Guid ItemId { get; private init; }

    public InboxItem Item { get; private init; } = null!;

    public NoticeKind Kind { get; private init; }

    public DateTime At { get; private init; }

    public static void Describe(EntityTypeBuilder<Notice> notice)
    {
        notice.HasIndex(x => new { x.AccountId, x.ItemId, x.Kind }).IsUnique();
        notice.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
        notice.HasOne(x => x.Item).WithMany().HasForeignKey(x => x.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
