using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>
/// Each morning of a working day: no transmission is forgotten. Those without an answer are recalled to their managers, then to others who
/// can answer, and at last the recruiter is told. Each step is written down with its mails, so that it is taken once.
/// </summary>
internal sealed class ChaseTransmissions(SchoolingDb db, TimeProvider clock, ILogger<ChaseTransmissions> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = WorkingDays.DayOf(now);
        if (!WorkingDays.Contains(today)) return;
        // As many working days take at least as many days.
        var before = now.AddDays(1 - InboxItem.RemindAfter);
        var offers = await Waiting().Where(i => i.AwaitedSince < before).Select(i => i.OfferId).Distinct().ToListAsync(cancellation);
        foreach (var offer in offers)
        {
            await ChaseAsync(offer, today, now, cancellation);
            db.ChangeTracker.Clear();
        }
    }

    // One offer at a time: its recruiter gets one mail, however many programmes do not answer.
    private Task ChaseAsync(Guid offer, DateOnly today, DateTime now, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            // Changes nothing, but takes the rows: who answers at the same moment, or another host, comes before or after.
            await db.Inbox.Where(i => i.OfferId == offer).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, i => i.State), cancellation);
            var unanswered = new List<Guid>();
            foreach (var item in await Waiting().Include(i => i.Programme).Where(i => i.OfferId == offer).ToListAsync(cancellation))
            {
                var step = item.TryChase(WorkingDays.Between(WorkingDays.DayOf(item.AwaitedSince!.Value), today), now);
                var told = step switch
                {
                    ChaseStep.Remind => await db.TellManagersAsync(item, NoticeKind.Reminder, now, cancellation),
                    ChaseStep.AskOthers => await db.TellOthersAsync(item, now, cancellation),
                    _ => true,
                };
                if (!told) log.LogWarning("Nobody can be asked about transmission {Transmission}: {Step}", item.Id, step);
                if (step is ChaseStep.TellRecruiter) unanswered.Add(item.Id);
            }
            if (unanswered.Count > 0) db.Publish(new TransmissionsUnanswered(offer, unanswered, now));
            await db.SaveChangesAsync(cancellation);
        },
        cancellation);

    private IQueryable<InboxItem> Waiting() => db.Inbox.Where(i =>
        i.AwaitedSince != null && i.UnansweredAt == null && (i.State == InboxState.New || i.State == InboxState.Read)
        && !db.Offers.Any(o => o.OfferId == i.OfferId && o.Closed != null));
}
