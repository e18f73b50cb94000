using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>
/// Puts a transmission into the inbox and tells each manager once; nobody of one of the past. Row and mails are one commit, and the row can
/// be written once.
/// </summary>
internal sealed class ReceiveTransmission(SchoolingDb db, TimeProvider clock, ILogger<ReceiveTransmission> log) : IHandle<OfferTransmitted>
{
    public async Task HandleAsync(OfferTransmitted happened, CancellationToken cancellation)
    {
        if (await IsHereAsync(happened, cancellation)) return;
        // A programme that does not exist is a fault of ours: it becomes a dead letter, which an administrator sees.
        var programme = await db.Programmes.FirstAsync(p => p.Id == happened.ProgrammeId, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var item = new InboxItem(happened, programme, now);
        db.Add(item);
        if (happened.Past is null)
        {
            if (!await db.TellManagersAsync(item, NoticeKind.Arrived, now, cancellation))
            {
                log.LogWarning("Nobody can be told of transmission {Transmission}: {Programme} has no manager and no address", item.Id, programme.Code);
            }
        }
        else if (happened.Past.Closed is { } reason && !await db.Offers.AnyAsync(o => o.OfferId == happened.Offer.OfferId, cancellation))
        {
            db.Add(new OfferState(happened.Offer.OfferId, happened.Offer.Revision, reason));
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await IsHereAsync(happened, cancellation)) throw;
        }
    }

    private Task<bool> IsHereAsync(OfferTransmitted happened, CancellationToken cancellation) =>
        db.Inbox.AnyAsync(i => i.Id == happened.TransmissionId, cancellation);
}
