using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Students.Forwarding;

namespace SmartRecruiting.Students.Tests;

public sealed class ForwardingTests
{
    [Theory, EveryDatabase, Trait("Acceptance", "18")]
    public async Task Twelve_students_of_whom_two_opted_out_get_ten_mails(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 12, optedOut: 2);

        var request = await host.ForwardAsync(University.Informatics, "Une offre sérieuse.");

        var mails = host.Mails();
        Assert.Equal(10, mails.Count);
        Assert.Equal(10, mails.Select(m => m.To.Mailboxes.Single().Address).Distinct().Count());
        Assert.DoesNotContain(mails, m => m.To.Mailboxes.Single().Address == University.Email(12));
        Assert.All(mails, m =>
        {
            Assert.Contains("Application web", m.Subject);
            Assert.Contains("Une offre sérieuse.", m.TextBody);
            Assert.Contains("Entreprise d’essai", m.TextBody);
            Assert.Contains("/my-offers/", m.TextBody);
            Assert.Contains("/stop/", m.Headers["List-Unsubscribe"]);
            Assert.Equal("List-Unsubscribe=One-Click", m.Headers["List-Unsubscribe-Post"]);
        });
        Assert.Equal(10, await host.ReadAsync(db => db.Forwards.Where(f => f.Id == request.ForwardId).Select(f => f.Count).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Who_reads_the_site_in_English_gets_the_mail_in_English(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 2);
        var student = await host.AsAsync(Roles.Student, University.Email(1));
        await student.PostAsync("/language", ("language", "en"), ("back", "/profile"));
        await student.SubmitAsync(await student.GetAsync("/profile"), "main form");

        await host.ForwardAsync(University.Informatics);

        Assert.Equal(["Forwarded offer: ", "Offre transmise : "], host.Mails().OrderBy(m => m.To.Mailboxes.Single().Address != University.Email(1)).Select(m => m.Subject![..(m.Subject!.IndexOf(':') + 2)]));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_years_chosen_receive_the_offer(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.ImportAsync("students", "name,email,programme,year\nUn,un@universite.example,INFO4,4\nDeux,deux@universite.example,INFO4,5\n");

        await host.ForwardAsync(University.Informatics, null, 5);

        Assert.Equal("deux@universite.example", Assert.Single(host.Mails()).To.Mailboxes.Single().Address);
    }

    [Theory, EveryDatabase]
    public async Task A_request_delivered_again_writes_no_row_and_sends_no_mail(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 3);
        var request = await host.ForwardAsync(University.Informatics);

        await host.PublishAsync(request);
        await host.WithAsync<ForwardOffer>(handler => handler.HandleAsync(request, CancellationToken.None));
        await host.SettleAsync();

        Assert.Equal(3, host.Mails().Count);
        Assert.Equal(3, await host.ReadAsync(db => db.ForwardedOffers.CountAsync()));
        Assert.Equal(1, await host.ReadAsync(db => db.Forwards.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_request_delivered_many_times_at_once_is_carried_out_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 3);
        var programme = await host.ProgrammeAsync(University.Informatics);
        var offer = new OfferSnapshot(
            Guid.NewGuid(), 1, "Une offre", "Un texte d’offre assez long pour être lu.", OfferKind.Internship, null, Guid.NewGuid(), "Entreprise d’essai",
            null, null, null, null, null, new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc));
        var request = new ForwardRequested(Guid.NewGuid(), Guid.NewGuid(), programme.Id, programme.Name, [], null, offer);

        var tries = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            try
            {
                await host.WithAsync<ForwardOffer>(handler => handler.HandleAsync(request, CancellationToken.None));
                return true;
            }
            catch (DbUpdateException)
            {
                // The relay would deliver it again.
                return false;
            }
        })));
        await host.SettleAsync();

        Assert.Contains(true, tries);
        Assert.Equal(3, host.Mails().Count);
        Assert.Equal(3, await host.ReadAsync(db => db.ForwardedOffers.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_student_reads_an_offer_forwarded_to_them_with_its_contact(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 2);
        await host.ForwardAsync(University.Informatics, "À lire vite.");
        using var student = await host.AsAsync(Roles.Student, University.Email(1));

        var list = await student.GetAsync("/my-offers");
        var offer = await student.GetAsync(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!);

        Assert.Single(list.All("tbody tr"));
        Assert.Contains("Développer une application web", offer.Text);
        Assert.Contains("À lire vite.", offer.Text);
        Assert.Contains("lou@entreprise.example", offer.Text);
    }

    [Theory, EveryDatabase]
    public async Task Another_students_offer_is_the_same_404_as_one_that_does_not_exist(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 1);
        await host.ForwardAsync(University.Informatics);
        var id = await host.ReadAsync(db => db.ForwardedOffers.Select(r => r.Id).SingleAsync());
        using var other = await host.AsAsync(Roles.Student, "quelquun@universite.example");

        var theirs = await other.GetAsync($"/my-offers/{id}");
        var nobodys = await other.GetAsync($"/my-offers/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, theirs.Status);
        Assert.Equal(nobodys.Status, theirs.Status);
        Assert.Equal(nobodys.Text, theirs.Text);
        Assert.Empty((await other.GetAsync("/my-offers")).All("tbody tr"));
    }

    [Theory, EveryDatabase]
    public async Task A_student_says_once_that_an_offer_does_not_fit_and_can_take_it_back(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 2);
        var request = await host.ForwardAsync(University.Informatics);
        using var student = await host.AsAsync(Roles.Student, University.Email(1));
        var account = await host.AccountAsync(Roles.Student, University.Email(1));
        var offer = await student.GetAsync((await student.GetAsync("/my-offers")).Document.QuerySelector("tbody a")!.GetAttribute("href")!);

        var said = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => student.SubmitAsync(offer, "form[action*='Misfit']")));
        Assert.All(said, page => Assert.Equal((HttpStatusCode.OK, offer.Path), (page.Status, page.Path)));
        Assert.Contains("Vous avez dit que cette offre ne correspond pas", said[0].Text);
        Assert.Null(said[0].Document.QuerySelector("form[action*='Misfit']"));
        var judged = Assert.Single(await host.HeardAsync<MatchJudged>());
        Assert.Equal(
            (request.Offer.OfferId, request.ProgrammeId, false, account, Roles.Student), (judged.OfferId, judged.ProgrammeId, judged.Fits, judged.By, judged.Role));

        var back = await student.SubmitAsync(said[0], "form[action*='TakeBack']");
        await student.SubmitAsync(said[0], "form[action*='TakeBack']");
        Assert.NotNull(back.Document.QuerySelector("form[action*='Misfit']"));
        var withdrawn = Assert.Single(await host.HeardAsync<JudgementWithdrawn>());
        Assert.Equal((judged.OfferId, judged.ProgrammeId, account), (withdrawn.OfferId, withdrawn.ProgrammeId, withdrawn.By));
        Assert.Equal(judged.At, withdrawn.JudgedAt, TimeSpan.FromMilliseconds(1));
    }

    [Theory, EveryDatabase]
    public async Task A_student_cannot_judge_what_another_one_received(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 2);
        await host.ForwardAsync(University.Informatics);
        using var student = await host.AsAsync(Roles.Student, University.Email(1));
        var mine = await student.GetAsync((await student.GetAsync("/my-offers")).Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        var token = mine.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var theirs = await host.ReadAsync(db => (
            from received in db.ForwardedOffers
            join entry in db.Roster on received.RosterEntryId equals entry.Id
            where entry.Email == University.Email(2)
            select received.Id).SingleAsync());

        foreach (var act in (string[])["Misfit", "TakeBack"])
        {
            var posted = await student.PostAsync($"/my-offers/{theirs}?handler={act}", ("__RequestVerificationToken", token));
            var nobodys = await student.PostAsync($"/my-offers/{Guid.NewGuid()}?handler={act}", ("__RequestVerificationToken", token));
            Assert.Equal((HttpStatusCode.NotFound, nobodys.Text), (posted.Status, posted.Text));
            Assert.Equal(HttpStatusCode.BadRequest, (await student.PostAsync($"{mine.Path}?handler={act}")).Status);
        }
        Assert.Empty(await host.HeardAsync<MatchJudged>());
    }

    [Fact]
    public async Task Only_students_open_the_page_of_forwarded_offers()
    {
        await using var host = await TestHost.StartAsync();
        using var visitor = host.Anonymous();
        using var recruiter = await host.AsAsync(Roles.Recruiter);

        Assert.StartsWith("/account/login", (await visitor.GetAsync("/my-offers")).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync("/my-offers")).Status);
    }
}
