using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Tests;

public sealed class DigestTests
{
    private const string Reader = "une@universite.example";
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory, EveryDatabase]
    public async Task A_day_with_seven_offers_is_one_mail_the_next_morning_and_a_day_with_none_is_no_mail(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School, Reader);
        await ChooseAsync(manager, MailPace.Daily);
        for (var number = 1; number <= 7; number++) await host.TransmitAsync(University.Informatics, University.Offer($"Offre n° {number}"));

        Assert.Empty(host.Mails());
        Assert.Empty(await host.MorningAsync(Monday));
        var mail = Assert.Single(await host.MorningAsync(Monday.AddDays(1)));
        Assert.Equal("7 offres attendent votre réponse", mail.Subject);
        Assert.All(Enumerable.Range(1, 7), number => Assert.Contains($"Offre n° {number}", mail.TextBody, StringComparison.Ordinal));
        Assert.Empty(await host.MorningsAsync(Monday.AddDays(2), 3));

        // Friday's comes on Monday, with the reminder of those seven, as one mail.
        host.Clock.Set(new DateTimeOffset(Monday.AddDays(4), new TimeOnly(10, 0), TimeSpan.Zero));
        await host.TransmitAsync(University.Informatics, University.Offer("Offre du vendredi"));
        var next = Assert.Single(await host.MorningsAsync(Monday.AddDays(5), 4));
        Assert.Equal((Monday.AddDays(7), "8 offres attendent votre réponse"), (next.Day, next.Mail.Subject));
        Assert.Contains("Rappel : sans réponse depuis le 02/03/2026", next.Mail.TextBody, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_week_is_one_mail_on_its_first_working_day(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School, Reader);
        await ChooseAsync(manager, MailPace.Weekly);
        foreach (var day in (int[])[30, 31, 32])
        {
            host.Clock.Set(new DateTimeOffset(Monday.AddDays(day), new TimeOnly(10, 0), TimeSpan.Zero));
            await host.TransmitAsync(University.Informatics);
        }

        // Easter Monday is no working day.
        var (sentOn, mail) = Assert.Single(await host.MorningsAsync(new DateOnly(2026, 4, 4), 6));
        Assert.Equal((new DateOnly(2026, 4, 7), "3 offres attendent votre réponse"), (sentOn, mail.Subject));
    }

    [Theory, EveryDatabase]
    public async Task A_change_of_mind_loses_nothing_and_repeats_nothing(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School, Reader);
        await ChooseAsync(manager, MailPace.Weekly);
        await host.TransmitAsync(University.Informatics, University.Offer("Avant"));
        await ChooseAsync(manager, MailPace.None);
        await host.TransmitAsync(University.Informatics, University.Offer("Pendant"));
        Assert.Empty(await host.MorningsAsync(Monday.AddDays(1), 3));

        // Days later a session is over.
        using var later = await host.SignInAsync(Reader);
        await ChooseAsync(later, MailPace.Immediate);
        await host.TransmitAsync(University.Informatics, University.Offer("Après"));
        Assert.Contains("Après", Assert.Single(host.Mails()).Subject, StringComparison.Ordinal);
        var rest = Assert.Single(await host.MorningAsync(Monday.AddDays(4)));

        Assert.Contains("Avant", rest.TextBody, StringComparison.Ordinal);
        Assert.Contains("Pendant", rest.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Après", rest.TextBody, StringComparison.Ordinal);
        Assert.Equal(0, await host.ReadAsync(db => db.Notices.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task What_needs_no_answer_any_more_is_in_no_mail(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School, Reader);
        await ChooseAsync(manager, MailPace.Daily);
        var sent = await host.TransmitAsync(University.Informatics);
        var filled = await host.TransmitAsync(University.Informatics);
        await host.PublishAsync(new OfferClosed(filled.Offer.OfferId, 2, CloseReason.Filled));
        await manager.SubmitAsync(await manager.GetAsync($"/inbox/{sent.TransmissionId}/decline"), "main form", ("Input.Code", "Other"), ("Input.Reason", "Non."));

        Assert.Empty(await host.MorningAsync(Monday.AddDays(1)));
        Assert.Equal(0, await host.ReadAsync(db => db.Notices.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Five_runs_at_once_send_one_digest(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School, Reader);
        await ChooseAsync(manager, MailPace.Daily);
        await host.TransmitAsync(University.Informatics);
        host.Clock.Advance(TimeSpan.FromDays(1));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => host.RunJobAsync("schooling.send-digests"))));
        await host.SettleAsync();

        Assert.Single(host.Mails());
    }

    [Theory, EveryDatabase, Trait("Acceptance", "11")]
    public async Task The_link_of_the_mail_asks_and_one_post_without_login_stops(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School, Reader);
        var sent = await host.TransmitAsync(University.Informatics);
        var mail = Assert.Single(host.Mails());
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var stop = new Uri(mail.Headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath;
        Assert.All(["", "/forward", "/decline"], page => Assert.Contains($"/inbox/{sent.TransmissionId}{page}\"", mail.HtmlBody, StringComparison.Ordinal));
        using var program = host.Anonymous();

        Assert.Contains("Arrêter ces mails", (await program.GetAsync(stop)).Text, StringComparison.Ordinal);
        await host.TransmitAsync(University.Informatics);
        Assert.Equal(2, host.Mails().Count);
        await program.PostAsync(stop, ("List-Unsubscribe", "One-Click"));
        var again = await program.PostAsync(stop, ("List-Unsubscribe", "One-Click"));
        await host.TransmitAsync(University.Informatics);

        Assert.Contains("Ces mails sont arrêtés", again.Text, StringComparison.Ordinal);
        Assert.Equal(2, host.Mails().Count);
        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsync("/inbox/mail/stop/" + new string('0', 32))).Status);
        Assert.NotNull((await manager.GetAsync("/inbox/mail")).Document.QuerySelector("#pace-None[checked]"));
    }

    [Theory, EveryDatabase]
    public async Task Who_chooses_on_an_English_page_is_written_to_in_English(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School, Reader);
        var home = await manager.GetAsync("/inbox");
        await manager.SubmitAsync(home, "form[action*='language']", ("language", "en"));
        await ChooseAsync(manager, MailPace.Immediate);
        var none = await manager.SubmitAsync(await manager.GetAsync("/inbox/mail"), "main form", ("Input.Pace", null));

        await host.TransmitAsync(University.Informatics);

        Assert.StartsWith("New offer for", Assert.Single(host.Mails()).Subject, StringComparison.Ordinal);
        Assert.Equal(["Choose one of these."], none.All(".form-errors li"));
    }

    private static async Task ChooseAsync(Visitor manager, MailPace pace)
    {
        var page = await manager.GetAsync((await manager.GetAsync("/inbox")).Document.QuerySelector("a[href='/inbox/mail']")!.GetAttribute("href")!);
        var saved = await manager.SubmitAsync(page, "main form", ("Input.Pace", $"{pace}"));
        Assert.NotNull(saved.Document.QuerySelector($"#pace-{pace}[checked]"));
    }
}
