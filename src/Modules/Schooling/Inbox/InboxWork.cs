using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>How the pages of the inbox act on one item.</summary>
internal static class InboxWork
{
    /// <summary>Why the item's offer is closed; null while it is open.</summary>
    public static Task<CloseReason?> ClosedAsync(this SchoolingDb db, Guid offer, CancellationToken cancellation) =>
        db.Offers.Where(o => o.OfferId == offer).Select(o => o.Closed).FirstOrDefaultAsync(cancellation);

    /// <summary>
    /// Acts on the item of an account's inbox in one transaction, and saves. Whoever comes at the same moment waits here until the
    /// first is through, and then sees what the first did.
    /// </summary>
    /// <returns>False when the account has no such item.</returns>
    public static async Task<bool> ActAsync(
        this SchoolingDb db, Guid id, ICurrentUser user, Func<InboxItem, Task> act, CancellationToken cancellation)
    {
        var found = false;
        await db.InTransactionAsync(
            async () =>
            {
                // Changes nothing, but takes the row: a read alone would let two of them pass side by side.
                await db.Inbox.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, i => i.State), cancellation);
                if (await db.InboxOf(user.Id).Include(i => i.Programme).FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { } item) return;
                found = true;
                await act(item);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return found;
    }

    /// <summary>Tells the model whether the item's offer fits its programme, in the manager's opinion.</summary>
    public static void PublishJudged(this SchoolingDb db, InboxItem item, bool fits, ICurrentUser user, DateTime now) =>
        db.Publish(new MatchJudged(item.OfferId, item.ProgrammeId, fits, user.Id, user.Role, now));

    /// <summary>Tells the recruiter that the item was read, when this act was the one that read it.</summary>
    public static void PublishRead(this SchoolingDb db, InboxItem item, bool wasNew, DateTime now)
    {
        if (wasNew) db.Publish(new TransmissionRead(item.Id, now));
    }
}
