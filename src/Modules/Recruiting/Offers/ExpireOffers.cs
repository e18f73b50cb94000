using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Recruiting.Attachments;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>
/// Ends what was public long enough, and reminds a week and a day before. What was reminded of is written with the mail, so that it can
/// be killed anywhere and run again; after days without it, only the reminder that is still true leaves.
/// </summary>
internal sealed class ExpireOffers(RecruitingDb db, AttachFile files, TimeProvider clock)
{
    // Days before the last one, the soonest first.
    private static readonly int[] Reminders = [1, 7];

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (soon, first) = (now.AddDays(Reminders[^1] + 1), Reminders[0]);
        var due = await db.Offers
            .Where(o => o.Status == OfferStatus.Published && o.EndsAt <= soon && (o.EndsAt <= now || o.RemindedDays == null || o.RemindedDays > first))
            .OrderBy(o => o.EndsAt).Select(o => o.Id).ToListAsync(cancellation);
        foreach (var id in due)
        {
            await LookAtAsync(await db.Offers.SingleAsync(o => o.Id == id, cancellation), now, cancellation);
            db.ChangeTracker.Clear();
        }
        await ForgetAttachmentsAsync(now, cancellation);
    }

    private async Task LookAtAsync(Offer offer, DateTime now, CancellationToken cancellation)
    {
        if (offer.EndsAt <= now)
        {
            if (!offer.TryClose(CloseReason.Expired, now)) return;
            db.Publish(new OfferClosed(offer.Id, offer.Revision, CloseReason.Expired));
        }
        else
        {
            var left = Publication.LastDay(offer.EndsAt).DayNumber - WorkingDays.DayOf(now).DayNumber;
            var days = Reminders.FirstOrDefault(reminder => left <= reminder);
            if (days == 0 || !offer.TryRemind(days)) return;
            if ((await db.ReadersOfAsync(offer, cancellation)).FirstOrDefault() is { } reader) db.Publish(Reminder(offer, reader));
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another host did it, or its recruiter is working on it: the next run looks again.
        }
    }

    private static MailRequested Reminder(Offer offer, Recruiter reader)
    {
        var last = Publication.LastDay(offer.EndsAt);
        return new MailRequested(
            reader.Email,
            reader.Name,
            Text.In(reader.Language, "MailEndsSubject", offer.Title, last),
            reader.Language,
            [Text.In(reader.Language, "MailEndsIntro", reader.Name, offer.Title, last), Text.In(reader.Language, "MailEndsNext")],
            new MailAction(Text.In(reader.Language, "MailEndsButton"), $"/offers/{offer.Id}/renew"));
    }

    // Of offers that nothing brings back.
    private async Task ForgetAttachmentsAsync(DateTime now, CancellationToken cancellation)
    {
        var before = now - Offer.UndoTime;
        await files.RemoveAsync(
            db.Attachments.Where(a => db.Offers.Any(o => o.Id == a.OfferId && o.Status == OfferStatus.Withdrawn && o.WithdrawnAt <= before)), cancellation);
        await files.SweepAsync(cancellation);
    }
}
