using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using SmartRecruiting.Contracts;
using SmartRecruiting.Schooling.Inbox;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Tests;

public sealed class ChaseTests
{
    [Theory, EveryDatabase]
    public async Task After_five_ten_and_fifteen_working_days_managers_deputy_and_recruiter_hear_of_it_once_each(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School, "une@universite.example");
        // Thursday before Easter: Easter Monday does not count.
        host.Clock.Set(new DateTimeOffset(2026, 4, 2, 15, 0, 0, TimeSpan.Zero));
        var sent = await host.TransmitAsync(University.Informatics);

        var news = await host.MorningsAsync(new DateOnly(2026, 4, 3), 30);

        Assert.Equal(
            ["2026-04-10 une@universite.example Rappel", "2026-04-17 sacha@universite.example Sans réponse"],
            news.Select(n => $"{n.Day:yyyy-MM-dd} {n.Mail.To.Mailboxes.Single().Address} {n.Mail.Subject!.Split(" :")[0]}"));
        var told = Assert.Single(await host.UnansweredAsync());
        Assert.Equal([sent.TransmissionId], told.TransmissionIds);
        Assert.Equal(new DateOnly(2026, 4, 24), DateOnly.FromDateTime(told.At));
        Assert.Contains("02/04/2026", news[0].Mail.TextBody, StringComparison.Ordinal);
        var item = await host.ReadAsync(db => db.Inbox.AsNoTracking().SingleAsync());
        Assert.All(new[] { item.RemindedAt, item.OthersAskedAt, item.UnansweredAt }, at => Assert.NotNull(at));

        // It can still be answered.
        using var late = await host.SignInAsync("une@universite.example");
        var declined = await late.SubmitAsync(
            await late.GetAsync($"/inbox/{sent.TransmissionId}/decline"), "main form", ("Input.Code", "WrongPeriod"), ("Input.Reason", "Trop tard."));
        Assert.Contains("Trop tard.", declined.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task What_is_answered_closed_or_of_the_past_is_not_chased(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await host.EnrolAsync(University.Informatics, year: 4, students: 2);
        using var manager = await host.AsManagerAsync(University.School, "une@universite.example");
        var forwarded = await host.TransmitAsync(University.Informatics);
        var declined = await host.TransmitAsync(University.Informatics);
        var closed = await host.TransmitAsync(University.Informatics);
        await host.PublishAsync(new OfferClosed(closed.Offer.OfferId, 2, CloseReason.Filled));
        var past = University.Offer();
        await host.PublishAsync(new OfferTransmitted(
            Guid.NewGuid(), (await host.ProgrammeAsync(University.Informatics)).Id, past, Strength.Good, [], past.PostedAt, new PastTransmission(CloseReason.Withdrawn, null)));
        // Even when its offer is open again.
        await host.PublishAsync(new OfferPosted(past with { Revision = 2 }));
        var preview = await manager.SubmitAsync(await manager.GetAsync($"/inbox/{forwarded.TransmissionId}/forward"), "#forward", ("Input.Years", "4"));
        await manager.SubmitAsync(preview, "#preview");
        await manager.SubmitAsync(
            await manager.GetAsync($"/inbox/{declined.TransmissionId}/decline"), "main form", ("Input.Code", "WrongPeriod"), ("Input.Reason", "Déjà placés."));
        await host.SettleAsync();

        Assert.Empty(await host.MorningsAsync(new DateOnly(2026, 3, 3), 40));
        Assert.Empty(await host.UnansweredAsync());
    }

    [Theory, EveryDatabase]
    public async Task Five_runs_at_once_take_each_step_once_and_one_mail_tells_of_all_programmes_of_an_offer(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School, "une@universite.example");
        var offer = University.Offer();
        await host.TransmitAsync(University.Informatics, offer);
        await host.TransmitAsync("GC-1", offer);

        foreach (var day in (DateOnly[])[new(2026, 3, 9), new(2026, 3, 16), new(2026, 3, 23)])
        {
            host.Clock.Set(new DateTimeOffset(day, new TimeOnly(4, 0), TimeSpan.Zero));
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => host.RunJobAsync("schooling.chase-transmissions"))));
            await host.SettleAsync();
        }

        // Two that announced, two reminders, and the one deputy there is.
        Assert.Equal(4, host.Mails().Count(m => m.To.Mailboxes.Single().Address == "une@universite.example"));
        Assert.Equal(1, host.Mails().Count(m => m.To.Mailboxes.Single().Address == "sacha@universite.example"));
        Assert.Equal(2, Assert.Single(await host.UnansweredAsync()).TransmissionIds.Count);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_deputy_the_components_other_managers_are_asked_and_may_answer_from_then_on(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await host.WithAsync<KeepStaff>(async staff =>
        {
            var civil = await host.ProgrammeAsync("GC-1");
            var informatics = await host.ProgrammeAsync(University.Informatics);
            foreach (var (email, programme) in new[] { ("civil@universite.example", civil.Id), ("info@universite.example", informatics.Id) })
            {
                var account = await host.AccountAsync(Roles.Manager, email);
                await staff.RunAsync(
                    () => new StaffMember(account, Roles.Manager, "Camille Essai", email), member => member.Open(), [(Dashboard.StatLevel.Programme, programme)], CancellationToken.None);
            }
        });
        using var stranger = await host.AsManagerAsync(University.Clinic, "ailleurs@universite.example");
        using var colleague = await host.SignInAsync("info@universite.example");
        var sent = await host.TransmitAsync("GC-1");
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/inbox/{sent.TransmissionId}")).Status);

        var news = await host.MorningsAsync(new DateOnly(2026, 3, 3), 20);

        Assert.Equal(["civil@universite.example", "info@universite.example"], news.Select(n => n.Mail.To.Mailboxes.Single().Address));
        using var asked = await host.SignInAsync("info@universite.example");
        using var other = await host.SignInAsync("ailleurs@universite.example");
        Assert.Equal(HttpStatusCode.OK, (await asked.GetAsync($"/inbox/{sent.TransmissionId}")).Status);
        Assert.Single((await asked.GetAsync("/inbox")).All("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/inbox/{sent.TransmissionId}")).Status);
        await asked.SubmitAsync(await asked.GetAsync($"/inbox/{sent.TransmissionId}/decline"), "main form", ("Input.Code", "Other"), ("Input.Reason", "À sa place."));
        Assert.Equal(InboxState.Declined, await host.ReadAsync(db => db.Inbox.Select(i => i.State).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Without_a_manager_the_responsible_person_is_reminded_then_the_deputy_asked(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await host.TransmitAsync(University.Informatics);
        await host.TransmitAsync("GC-1");

        var news = await host.MorningsAsync(new DateOnly(2026, 3, 3), 30);

        Assert.Equal(["dominique@universite.example", "sacha@universite.example"], news.Select(n => n.Mail.To.Mailboxes.Single().Address));
        // Nobody at all can be told of the other one, but its recruiter is.
        Assert.Equal(2, (await host.UnansweredAsync()).Count);
    }
}

/// <summary>Mornings that pass, with the jobs that look at the inbox.</summary>
internal static class Mornings
{
    /// <summary>Runs them each morning, the chase twice; returns the mails that left, with their day.</summary>
    public static async Task<List<(DateOnly Day, MimeMessage Mail)>> MorningsAsync(this TestHost host, DateOnly first, int days)
    {
        var news = new List<(DateOnly, MimeMessage)>();
        for (var day = first; day < first.AddDays(days); day = day.AddDays(1)) news.AddRange((await host.MorningAsync(day)).Select(mail => (day, mail)));
        return news;
    }

    /// <summary>One morning.</summary>
    public static async Task<IReadOnlyList<MimeMessage>> MorningAsync(this TestHost host, DateOnly day)
    {
        var before = host.Mails().Select(m => m.MessageId).ToHashSet();
        host.Clock.Set(new DateTimeOffset(day, new TimeOnly(4, 0), TimeSpan.Zero));
        foreach (var job in (string[])["schooling.chase-transmissions", "schooling.chase-transmissions", "schooling.send-digests", "schooling.send-digests"])
        {
            await host.RunJobAsync(job);
            await host.SettleAsync();
        }
        return [.. host.Mails().Where(m => !before.Contains(m.MessageId)).OrderBy(m => m.To.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>What recruiters were told, as it left this module.</summary>
    public static async Task<IReadOnlyList<TransmissionsUnanswered>> UnansweredAsync(this TestHost host)
    {
        var payloads = await host.ReadAsync(db => db.Database.SqlQuery<string>($"SELECT Payload AS Value FROM schooling_outbox WHERE Event = 'TransmissionsUnanswered'").ToListAsync());
        return [.. payloads.Select(p => System.Text.Json.JsonSerializer.Deserialize<TransmissionsUnanswered>(p)!)];
    }
}
