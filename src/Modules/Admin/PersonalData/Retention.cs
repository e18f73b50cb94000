using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Admin.PersonalData;

/// <summary>
/// Each night: ends erasures that were interrupted or undone by a restore, warns who has not come for 23 months, and erases who has not
/// come for 24 and was warned. Administrators stay: the platform must not lose the last one over a quiet year.
/// </summary>
internal sealed class Retention(AdminDb db, EraseAccount erase, TimeProvider clock)
{
    public const int WarnAfterMonths = 23;
    public const int EraseAfterMonths = 24;

    // Nobody is erased before they had time to read the warning, also when the job stood still for months.
    private static readonly TimeSpan Notice = TimeSpan.FromDays(28);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await erase.ReplayAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var silent = now.AddMonths(-WarnAfterMonths);
        var quiet = db.Accounts.Where(a => a.Role != Roles.Administrator && a.Status != AccountStatus.Erased && a.LastSeenAt < silent);
        foreach (var account in await quiet.Where(a => a.WarnedAt == null).ToListAsync(cancellation))
        {
            account.Warn(now);
            db.Publish(Warning(account));
            await db.SaveChangesAsync(cancellation);
        }
        var (gone, warned) = (now.AddMonths(-EraseAfterMonths), now - Notice);
        var leave = await quiet.Where(a => a.LastSeenAt < gone && a.WarnedAt < warned).Select(a => a.Id).ToListAsync(cancellation);
        foreach (var id in leave) await erase.TryRunAsync(id, cancellation);
    }

    private static MailRequested Warning(Account account)
    {
        var culture = Cultures.Of(account.Language);
        return new MailRequested(
            account.Email!, account.Name, Say("RetentionSubject"), account.Language,
            [Say("RetentionHello", account.Name), Say("RetentionText", WarnAfterMonths, EraseAfterMonths - WarnAfterMonths)],
            new MailAction(Say("SignIn"), "/account/login"));

        string Say(string key, params object[] values) => Text.In(culture, key, values);
    }
}
