using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Host.Data;

namespace SmartRecruiting.Host.Tests;

public sealed class PurgeMailTests
{
    [Theory, EveryDatabase]
    public async Task A_mail_that_left_is_forgotten_after_thirty_days(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.WithAsync<HostDb>(async db =>
        {
            db.Publish(new MailRequested("eloise@essais.example", "Éloïse Essai", "Bonjour", "fr", ["Un essai."], null));
            await db.SaveChangesAsync();
        });
        await host.SettleAsync();

        host.Clock.Advance(TimeSpan.FromDays(29));
        await host.RunJobAsync("host.purge-mail");
        Assert.Equal(1, await host.WithAsync<HostDb, int>(db => db.Mails.CountAsync()));

        host.Clock.Advance(TimeSpan.FromDays(2));
        await host.RunJobAsync("host.purge-mail");
        Assert.Equal(0, await host.WithAsync<HostDb, int>(db => db.Mails.CountAsync()));
    }
}
