using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>
/// Each morning of a working day: one mail to every administrator with all that waits for a decision, when something is new since the last
/// one. The mails and the row that says so are one commit, so that the job can be killed anywhere and run twice.
/// </summary>
internal sealed class TellAdministrators(AdminDb db, IEnumerable<IAwaitDecisions> decisions, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = WorkingDays.DayOf(now);
        var before = await db.DecisionMails.OrderByDescending(m => m.Day).ToListAsync(cancellation);
        var last = before.FirstOrDefault();
        if (!WorkingDays.Contains(today) || last?.Day >= today) return;
        var (waiting, isNew) = (new List<(IAwaitDecisions Kind, int Count)>(), false);
        foreach (var kind in decisions.OrderBy(d => d.Path, StringComparer.Ordinal))
        {
            var (count, newest) = await kind.CountAsync(cancellation);
            if (count == 0) continue;
            waiting.Add((kind, count));
            isNew |= last is null || newest > last.At;
        }
        if (!isNew) return;
        db.RemoveRange(before);
        db.Add(new DecisionMail(today, now));
        foreach (var account in await db.Accounts.Where(a => a.Role == Roles.Administrator && a.Status == AccountStatus.Active).ToListAsync(cancellation))
        {
            db.Publish(About(account, waiting));
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another host told them.
        }
    }

    private static MailRequested About(Account account, List<(IAwaitDecisions Kind, int Count)> waiting)
    {
        var culture = Cultures.Of(account.Language);
        var links = waiting.ConvertAll(w => new MailAction(w.Kind.Say(culture, w.Count), w.Kind.Path));
        var all = string.Join(", ", links.Select(l => l.Label));
        return new MailRequested(
            account.Email!, account.Name, Say("DecisionMailSubject", all), account.Language, [Say("MailHello", account.Name), Say("DecisionMailText", all)], new MailAction(Say("DecisionMailButton"), "/admin"), Links: links);

        string Say(string key, params object[] values) => Text.In(culture, key, values);
    }
}

/// <summary>The last day on which administrators were told of what waits for them.</summary>
internal sealed record DecisionMail(DateOnly Day, DateTime At);
