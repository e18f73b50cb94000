using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>
/// Puts a transmission into the inbox, with one mail to each manager; none for one of the past. Row and mails are one commit, and the row
/// can be written once.
/// </summary>
internal sealed class ReceiveTransmission(SchoolingDb db, ILogger<ReceiveTransmission> log) : IHandle<OfferTransmitted>
{
    public async Task HandleAsync(OfferTransmitted happened, CancellationToken cancellation)
    {
        if (await IsHereAsync(happened, cancellation)) return;
        // A programme that does not exist is a fault of ours: it becomes a dead letter, which an administrator sees.
        var programme = await db.Programmes.FirstAsync(p => p.Id == happened.ProgrammeId, cancellation);
        db.Add(new InboxItem(happened, programme));
        if (happened.Past is null) await TellAsync(happened, programme, cancellation);
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

    private async Task TellAsync(OfferTransmitted happened, Programme programme, CancellationToken cancellation)
    {
        var managers = await db.Mandates.AsNoTracking()
            .Where(m => m.Member.State == StaffState.Active && (m.ProgrammeId == programme.Id || m.ComponentId == programme.ComponentId))
            .OrderBy(m => m.Id)
            .Select(m => m.Member)
            .ToListAsync(cancellation);
        foreach (var manager in managers.DistinctBy(m => m.Email)) db.Publish(InboxMail.ToManager(manager.Email, manager.Name, programme, happened));
        if (managers.Count == 0)
        {
            if (programme.Email is { } email) db.Publish(InboxMail.ToResponsible(email, programme.Responsible ?? email, programme, happened));
            else if (programme.DeputyEmail is { } deputy) db.Publish(InboxMail.ToResponsible(deputy, programme.Deputy ?? deputy, programme, happened));
            else log.LogWarning("Nobody can be told of transmission {Transmission}: {Programme} has no manager and no address", happened.TransmissionId, programme.Code);
        }
    }

    private Task<bool> IsHereAsync(OfferTransmitted happened, CancellationToken cancellation) =>
        db.Inbox.AnyAsync(i => i.Id == happened.TransmissionId, cancellation);
}
