using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>
/// Each morning of a working day: mails what waits to those who do not want it at once. A notice goes with the mail it is in, so that none
/// is mailed twice; who chose no mail keeps theirs until they choose otherwise, or until nothing is to be answered.
/// </summary>
internal sealed class SendDigests(SchoolingDb db, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = WorkingDays.DayOf(clock.GetUtcNow().UtcDateTime);
        if (!WorkingDays.Contains(today)) return;
        foreach (var account in await db.Notices.Select(n => n.AccountId).Distinct().ToListAsync(cancellation))
        {
            await SendAsync(account, today, cancellation);
            db.ChangeTracker.Clear();
        }
    }

    private async Task SendAsync(Guid account, DateOnly today, CancellationToken cancellation)
    {
        var member = await db.Staff.FirstOrDefaultAsync(s => s.AccountId == account, cancellation);
        if (member is not { State: StaffState.Active }) return;
        var news = await db.Notices.Include(n => n.Item.Programme).Where(n => n.AccountId == account).OrderBy(n => n.At).ToListAsync(cancellation);
        var open = await db.InboxOf(account)
            .Where(i => (i.State == InboxState.New || i.State == InboxState.Read) && !db.Offers.Any(o => o.OfferId == i.OfferId && o.Closed != null))
            .Where(i => db.Notices.Any(n => n.AccountId == account && n.ItemId == i.Id))
            .Select(i => i.Id).ToHashSetAsync(cancellation);
        var due = news.FindAll(n => open.Contains(n.ItemId) && IsDue(n, member.MailPace, today));
        db.RemoveRange(due);
        db.RemoveRange(news.Where(n => !open.Contains(n.ItemId)));
        if (due.Count > 0) db.Publish(InboxMail.Digest(member, due));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another host sent it.
        }
    }

    // By days and weeks that are over: one mail for each, at whatever hour and however often this runs.
    private static bool IsDue(Notice news, MailPace pace, DateOnly today) => pace switch
    {
        // From before that was chosen.
        MailPace.Immediate => true,
        // What the morning's chase left is of today, and belongs to this morning's mail.
        MailPace.Daily => WorkingDays.DayOf(news.At) < today || news.Kind is not NoticeKind.Arrived,
        MailPace.Weekly => WorkingDays.DayOf(news.At) < today.AddDays(-(((int)today.DayOfWeek + 6) % 7)),
        _ => false,
    };
}
