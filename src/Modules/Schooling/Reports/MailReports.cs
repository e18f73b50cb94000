using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>
/// Once a month: keeps a report of each university and tells those who asked for it. Looks for what this month still lacks, so that it
/// can be killed anywhere and run again. The mail has no figures: they stay behind the login, also for who is no director any more.
/// </summary>
internal sealed class MailReports(SchoolingDb db, KeepReport keep, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var month = new DateOnly(today.Year, today.Month, 1);
        // The year of the month that ended: in September, the whole year and not its first day.
        var year = StatYear.Of(month.AddDays(-1), YearBasis.University);
        var label = year.Label;
        var since = month.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        foreach (var university in await db.Universities.AsNoTracking().OrderBy(u => u.Name).ToListAsync(cancellation))
        {
            if (await db.Reports.AnyAsync(r => r.UniversityId == university.Id && r.Year == label && r.MadeAt >= since, cancellation)) continue;
            await keep.RunAsync(university, year, madeBy: null, cancellation);
        }

        var reports = await db.Reports.AsNoTracking()
            .Where(r => r.Year == label && r.MadeAt >= since)
            .OrderBy(r => r.University).ThenByDescending(r => r.MadeAt)
            .Select(r => new Made(r.Id, r.UniversityId, r.University))
            .ToListAsync(cancellation);
        reports = [.. reports.DistinctBy(r => r.UniversityId)];
        if (reports.Count == 0) return;
        var due = await db.ReportSubscriptions.Where(s => s.IsOn && (s.MailedMonth == null || s.MailedMonth < month)).ToListAsync(cancellation);
        var led = (await db.Mandates.AsNoTracking().Where(m => m.UniversityId != null && m.Member.State == StaffState.Active)
            .Select(m => new { m.AccountId, m.UniversityId }).ToListAsync(cancellation)).ToLookup(m => m.AccountId, m => m.UniversityId);
        foreach (var subscription in due)
        {
            var own = subscription.OfAll ? reports : reports.FindAll(r => led[subscription.AccountId].Contains(r.UniversityId));
            // Who leads none any more may lead one again this month.
            if (own.Count == 0) continue;
            subscription.Mailed(month);
            db.Publish(MailTo(subscription, own, label, month));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another host sent it, or the reader has just stopped it.
                db.ChangeTracker.Clear();
            }
        }
    }

    private static MailRequested MailTo(ReportSubscription reader, List<Made> reports, string year, DateOnly month)
    {
        var language = Cultures.Of(reader.Language);
        return new MailRequested(
            reader.Email,
            reader.Name,
            Text.In(language, "ReportMailSubject", month),
            reader.Language,
            [
                Text.In(language, "ReportMailIntro", reader.Name),
                Text.In(language, "ReportMailWhat", year, string.Join(", ", reports.Select(r => r.University))),
                Text.In(language, "ReportMailWhy"),
            ],
            new MailAction(Text.In(language, "ReportMailButton"), reports is [var only] ? $"/direction/report/{only.Id}" : "/direction/report"),
            $"/direction/report/stop/{reader.StopToken}");
    }

    private sealed record Made(Guid Id, Guid UniversityId, string University);
}
