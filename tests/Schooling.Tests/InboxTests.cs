using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Schooling.Inbox;

namespace SmartRecruiting.Schooling.Tests;

public sealed class InboxTests
{
    [Theory, EveryDatabase]
    public async Task A_transmission_arrives_once_with_one_mail_to_each_manager_however_often_it_is_delivered(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var first = await host.AsManagerAsync(University.School, "une@universite.example");
        using var second = await host.AsManagerAsync(University.School, "deux@universite.example");
        using var other = await host.AsManagerAsync(University.Clinic, "ailleurs@universite.example");

        var sent = await host.TransmitAsync(University.Informatics);
        await host.PublishAsync(sent);
        await host.WithAsync<ReceiveTransmission>(handler => handler.HandleAsync(sent, CancellationToken.None));
        await host.SettleAsync();

        Assert.Equal(1, await host.ReadAsync(db => db.Inbox.CountAsync()));
        Assert.Equal(
            ["deux@universite.example", "une@universite.example"],
            host.Mails().Select(m => m.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        Assert.All(host.Mails(), m =>
        {
            Assert.Contains("Application web", m.Subject);
            Assert.Contains("Entreprise d’essai", m.TextBody);
            Assert.Contains($"/inbox/{sent.TransmissionId}", m.TextBody);
        });
    }

    [Theory, EveryDatabase]
    public async Task Deliveries_at_the_same_moment_leave_one_row_and_one_mail(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School);
        var programme = await host.ProgrammeAsync(University.Informatics);
        var sent = new OfferTransmitted(Guid.NewGuid(), programme.Id, University.Offer(), Strength.Weak, [], host.Clock.GetUtcNow().UtcDateTime);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() =>
            host.WithAsync<ReceiveTransmission>(handler => handler.HandleAsync(sent, CancellationToken.None)))));
        await host.SettleAsync();

        Assert.Equal(1, await host.ReadAsync(db => db.Inbox.CountAsync()));
        Assert.Single(host.Mails());
    }

    [Theory, EveryDatabase]
    public async Task A_transmission_of_the_past_comes_in_decided_or_closed_without_a_mail_and_counts_with_its_answer(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School);
        var programme = await host.ProgrammeAsync(University.Informatics);
        var day = University.Offer().PostedAt;
        async Task<OfferTransmitted> PastAsync(string title, PastAnswer? answer)
        {
            var sent = new OfferTransmitted(Guid.NewGuid(), programme.Id, University.Offer(title), Strength.Good, [], day, new PastTransmission(CloseReason.Filled, answer));
            await host.PublishAsync(sent);
            await host.WithAsync<ReceiveTransmission>(handler => handler.HandleAsync(sent, CancellationToken.None));
            return sent;
        }

        var forwarded = await PastAsync("Transmise", new PastAnswer(day.AddDays(2), 12, null, ""));
        var declined = await PastAsync("Déclinée", new PastAnswer(day.AddDays(4), 0, DeclineReason.WrongPeriod, "Toutes sont en cours."));
        var forgotten = await PastAsync("Oubliée", null);
        await host.SettleAsync();

        Assert.Empty(host.Mails());
        Assert.Equal(InboxState.Forwarded, await StateAsync(host, forwarded));
        Assert.Equal(InboxState.Declined, await StateAsync(host, declined));
        var page = await manager.GetAsync($"/inbox/{declined.TransmissionId}");
        Assert.Contains("Toutes sont en cours.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Le poste est pourvu", (await manager.GetAsync($"/inbox/{forgotten.TransmissionId}")).Text, StringComparison.Ordinal);
        Assert.Empty((await manager.GetAsync($"/inbox/{forwarded.TransmissionId}")).All("a[href$='/forward']"));
        var facts = await host.ReadAsync(db => db.SentFacts.ToDictionaryAsync(f => f.Id));
        Assert.Equal((day.AddDays(2), true), (facts[forwarded.TransmissionId].AnsweredAt, facts[forwarded.TransmissionId].IsForwarded));
        Assert.Equal((day.AddDays(4), false), (facts[declined.TransmissionId].AnsweredAt, facts[declined.TransmissionId].IsForwarded));
        Assert.Null(facts[forgotten.TransmissionId].AnsweredAt);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_manager_the_responsible_person_is_told(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();

        await host.TransmitAsync(University.Informatics);
        await host.TransmitAsync("GC-1");

        Assert.Equal("dominique@universite.example", Assert.Single(host.Mails()).To.Mailboxes.Single().Address);
        Assert.Equal(2, await host.ReadAsync(db => db.Inbox.CountAsync()));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "11")]
    public async Task Opening_the_link_of_a_mail_changes_nothing_and_only_the_button_marks_as_read(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School);
        var sent = await host.TransmitAsync(University.Informatics);

        var page = await manager.GetAsync($"/inbox/{sent.TransmissionId}");
        await manager.GetAsync($"/inbox/{sent.TransmissionId}/forward");
        await manager.GetAsync($"/inbox/{sent.TransmissionId}/decline");
        await manager.GetAsync($"/inbox/{sent.TransmissionId}?handler=Read");
        await host.SettleAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Développer une application web en C#.", page.Text);
        Assert.Contains("Nouvelle", page.Text);
        Assert.Equal(InboxState.New, await StateAsync(host, sent));

        var read = await manager.SubmitAsync(page, "form[action*='Read']");
        await manager.SubmitAsync(page, "form[action*='Read']");
        await host.SettleAsync();

        Assert.Equal($"/inbox/{sent.TransmissionId}", read.Path);
        Assert.Equal(InboxState.Read, await StateAsync(host, sent));
        Assert.Equal(1, await host.PublishedAsync<TransmissionRead>());
        Assert.Null(read.Document.QuerySelector("form[action*='Read']"));
    }

    [Theory, EveryDatabase]
    public async Task Another_components_transmission_is_the_same_404_as_one_that_does_not_exist(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var owner = await host.AsManagerAsync(University.School);
        using var stranger = await host.AsManagerAsync(University.Clinic);
        var sent = await host.TransmitAsync(University.Informatics);
        var mine = await host.TransmitAsync(University.Nursing);
        var form = await stranger.GetAsync($"/inbox/{mine.TransmissionId}/decline");
        var token = form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var page in (string[])["", "/forward", "/decline"])
        {
            var theirs = await stranger.GetAsync($"/inbox/{sent.TransmissionId}{page}");
            var nobodys = await stranger.GetAsync($"/inbox/{Guid.NewGuid()}{page}");
            Assert.Equal((HttpStatusCode.NotFound, nobodys.Text), (theirs.Status, theirs.Text));
        }
        foreach (var act in (string[])["?handler=Read", "/forward", "/forward?handler=Confirm", "/decline"])
        {
            var posted = await stranger.PostAsync(
                $"/inbox/{sent.TransmissionId}{act}", ("Input.Code", "NotOurProgramme"), ("Input.Reason", "Non"), ("Input.Years", "4"), ("Input.Shown", "1"), ("__RequestVerificationToken", token));
            Assert.Equal(HttpStatusCode.NotFound, posted.Status);
        }
        Assert.Equal(InboxState.New, await StateAsync(host, sent));
        Assert.Single((await stranger.GetAsync("/inbox")).All("tbody tr"));
        using var recruiter = await host.AsAsync(Roles.Recruiter);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync("/inbox")).Status);
    }

    [Theory, EveryDatabase]
    public async Task The_list_filters_by_state_programme_and_words_and_exports(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School);
        for (var number = 1; number <= 30; number++) await host.TransmitAsync(University.Informatics, University.Offer($"Offre n° {number:00}"));
        var civil = await host.TransmitAsync("GC-1", University.Offer("=Éloïse, chantier"));
        await manager.SubmitAsync(await manager.GetAsync($"/inbox/{civil.TransmissionId}"), "form[action*='Read']");

        var all = await manager.GetAsync("/inbox?sort=Title&p=2");
        Assert.Equal(6, all.All("tbody tr").Count);
        Assert.InRange(all.Document.All.Length, 1, 390);
        Assert.InRange((await manager.GetAsync("/inbox")).Document.All.Length, 1, 390);
        Assert.Equal(["=Éloïse, chantier"], (await manager.GetAsync("/inbox?q=eloise+chantier")).All("tbody td:first-child"));
        Assert.Equal(["=Éloïse, chantier"], (await manager.GetAsync("/inbox?state=Read")).All("tbody td:first-child"));
        Assert.Equal(["=Éloïse, chantier"], (await manager.GetAsync($"/inbox?programme={civil.ProgrammeId}")).All("tbody td:first-child"));
        Assert.Empty((await manager.GetAsync("/inbox?state=Declined")).All("tbody tr"));
        foreach (var sort in (string[])["Company", "-Programme", "SentAt", "-Match", "State", "n'importe quoi"])
        {
            Assert.Equal(25, (await manager.GetAsync("/inbox?sort=" + Uri.EscapeDataString(sort))).All("tbody tr").Count);
        }
        var file = await manager.FileAsync("/inbox?format=csv&state=Read");
        Assert.Contains("\"'=Éloïse, chantier\",Entreprise d’essai,Génie civil", file);
        Assert.Contains("Lue", file);
    }

    [Theory, EveryDatabase, Trait("Acceptance", "18")]
    public async Task A_forward_is_previewed_then_confirmed_and_confirming_again_sends_nothing(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await host.EnrolAsync(University.Informatics, year: 4, students: 12, optedOut: 2);
        await host.EnrolAsync(University.Informatics, year: 5, students: 3);
        using var manager = await host.AsManagerAsync(University.School, "gestion@universite.example");
        var sent = await host.TransmitAsync(University.Informatics);
        var form = await manager.GetAsync($"/inbox/{sent.TransmissionId}/forward");

        var preview = await manager.SubmitAsync(form, "#forward", ("Input.Years", "4"), ("Input.Note", "À lire vite."));
        await host.SettleAsync();
        Assert.Contains("10 étudiants recevront cette offre. 2 ont choisi de ne pas recevoir", preview.Text);
        Assert.Equal(InboxState.New, await StateAsync(host, sent));
        Assert.Single(host.Mails());

        var done = await manager.SubmitAsync(preview, "#preview");
        var again = await manager.SubmitAsync(preview, "#preview");
        await host.SettleAsync();

        Assert.Equal($"/inbox/{sent.TransmissionId}", done.Path);
        Assert.Equal($"/inbox/{sent.TransmissionId}", again.Path);
        Assert.Equal(10, host.Mails().Count(m => m.To.Mailboxes.Single().Address.StartsWith("e4-", StringComparison.Ordinal)));
        Assert.Equal(11, host.Mails().Count);
        Assert.Equal(1, await host.PublishedAsync<ForwardRequested>());
        Assert.Equal(1, await host.PublishedAsync<TransmissionRead>());
        Assert.Equal(InboxState.Forwarded, await StateAsync(host, sent));
        Assert.Contains("10 étudiant(s)", (await manager.GetAsync($"/inbox/{sent.TransmissionId}")).Text);

        var other = await manager.SubmitAsync(await manager.GetAsync($"/inbox/{sent.TransmissionId}/forward"), "#forward", ("Input.Years", "5"));
        await manager.SubmitAsync(other, "#preview");
        await host.SettleAsync();
        Assert.Equal(14, host.Mails().Count);
        Assert.Equal(2, await host.ReadAsync(db => db.Forwards.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Fifty_confirmations_at_once_forward_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await host.EnrolAsync(University.Informatics, year: 4, students: 2);
        using var manager = await host.AsManagerAsync(University.School);
        var sent = await host.TransmitAsync(University.Informatics);
        var preview = await manager.SubmitAsync(await manager.GetAsync($"/inbox/{sent.TransmissionId}/forward"), "#forward", ("Input.Years", "4"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => manager.SubmitAsync(preview, "#preview")));
        await host.SettleAsync();

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(1, await host.ReadAsync(db => db.Forwards.CountAsync()));
        Assert.Equal(1, await host.PublishedAsync<ForwardRequested>());
        Assert.Equal(1, await host.PublishedAsync<TransmissionRead>());
        Assert.Equal(3, host.Mails().Count);
    }

    [Theory, EveryDatabase]
    public async Task A_group_of_nobody_no_year_or_a_foreign_year_cannot_be_forwarded_to(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await host.EnrolAsync(University.Informatics, year: 4, students: 2);
        using var manager = await host.AsManagerAsync(University.School);
        var sent = await host.TransmitAsync(University.Informatics);
        var form = await manager.GetAsync($"/inbox/{sent.TransmissionId}/forward");

        var nobody = await manager.SubmitAsync(form, "#forward", ("Input.Years", "3"), ("Input.Note", "Gardé."));
        var none = await manager.SubmitAsync(form, "#forward", ("Input.Years", null));
        var foreign = await manager.SubmitAsync(form, "#forward", ("Input.Years", "1"));
        var early = await manager.SubmitAsync(form, "#forward", ("Input.Years", "4"), ("Input.Note", new string('x', 1001)));

        Assert.All([nobody, none, foreign, early], page =>
        {
            Assert.Single(page.All(".form-errors li"));
            Assert.Null(page.Document.QuerySelector("#preview"));
        });
        Assert.Equal("Gardé.", nobody.Document.QuerySelector("#Input_Note")!.TextContent.Trim());
        Assert.Equal(0, await host.ReadAsync(db => db.Forwards.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_roster_that_changed_after_the_preview_is_shown_again_before_anything_leaves(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await host.EnrolAsync(University.Informatics, year: 4, students: 2);
        using var manager = await host.AsManagerAsync(University.School);
        var sent = await host.TransmitAsync(University.Informatics);
        var preview = await manager.SubmitAsync(await manager.GetAsync($"/inbox/{sent.TransmissionId}/forward"), "#forward", ("Input.Years", "4"));
        await host.EnrolAsync(University.Informatics, year: 4, students: 5);

        var shown = await manager.SubmitAsync(preview, "#preview");

        Assert.Contains("5 étudiants recevront cette offre", shown.Text);
        Assert.Equal(0, await host.ReadAsync(db => db.Forwards.CountAsync()));
        await manager.SubmitAsync(shown, "#preview");
        Assert.Equal(1, await host.ReadAsync(db => db.Forwards.CountAsync()));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "19")]
    public async Task Declining_asks_for_a_reason_and_is_told_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School);
        var sent = await host.TransmitAsync(University.Informatics);
        var form = await manager.GetAsync($"/inbox/{sent.TransmissionId}/decline");

        var missing = await manager.SubmitAsync(form, "main form", ("Input.Reason", "   "));
        Assert.Equal(["#Input_Code", "#Input_Reason"], missing.Document.QuerySelectorAll(".form-errors a").Select(a => a.GetAttribute("href")).Order());
        Assert.NotEmpty(missing.All("#Input_Code-error"));
        var wrong = await manager.SubmitAsync(form, "main form", ("Input.Code", "9"), ("Input.Reason", "Non."));
        Assert.Equal(["#Input_Code"], wrong.Document.QuerySelectorAll(".form-errors a").Select(a => a.GetAttribute("href")));
        Assert.Equal(InboxState.New, await StateAsync(host, sent));

        var done = await manager.SubmitAsync(missing, "main form", ("Input.Code", "WrongPeriod"), ("Input.Reason", "Nos étudiants sont <b>déjà</b> placés."));
        await manager.SubmitAsync(missing, "main form", ("Input.Code", "NotOurProgramme"), ("Input.Reason", "Encore."));
        await host.SettleAsync();

        Assert.Contains("La période ne va pas, ou les étudiants sont déjà placés Nos étudiants sont <b>déjà</b> placés.", done.Text);
        Assert.Empty(await host.HeardAsync<MatchJudged>());
        Assert.Equal(InboxState.Declined, await StateAsync(host, sent));
        Assert.Equal(1, await host.PublishedAsync<TransmissionDeclined>());
        Assert.Equal(1, await host.PublishedAsync<TransmissionRead>());
        Assert.Null(done.Document.QuerySelector("a[href$='/forward']"));
    }

    [Theory, EveryDatabase]
    public async Task Not_our_programme_teaches_the_model_once_and_so_does_the_first_forward(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await host.EnrolAsync(University.Informatics, year: 4, students: 2);
        await host.EnrolAsync(University.Informatics, year: 5, students: 2);
        using var manager = await host.AsManagerAsync(University.School, "gestion@universite.example");
        var account = await host.AccountAsync(Roles.Manager, "gestion@universite.example");

        var declined = await host.TransmitAsync(University.Informatics);
        var form = await manager.GetAsync($"/inbox/{declined.TransmissionId}/decline");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            manager.SubmitAsync(form, "main form", ("Input.Code", "NotOurProgramme"), ("Input.Reason", "C’est de l’électronique."))));
        var no = Assert.Single(await host.HeardAsync<MatchJudged>());
        Assert.Equal(
            (declined.Offer.OfferId, declined.ProgrammeId, false, account, Roles.Manager), (no.OfferId, no.ProgrammeId, no.Fits, no.By, no.Role));

        var forwarded = await host.TransmitAsync(University.Informatics);
        foreach (var year in (string[])["4", "5"])
        {
            var page = await manager.GetAsync($"/inbox/{forwarded.TransmissionId}/forward");
            await manager.SubmitAsync(await manager.SubmitAsync(page, "#forward", ("Input.Years", year)), "#preview");
        }
        var yes = Assert.Single(await host.HeardAsync<MatchJudged>(), j => j.OfferId == forwarded.Offer.OfferId);
        Assert.Equal((forwarded.ProgrammeId, true, account, Roles.Manager), (yes.ProgrammeId, yes.Fits, yes.By, yes.Role));
        Assert.Equal(2, await host.ReadAsync(db => db.Forwards.CountAsync()));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "12")]
    public async Task A_withdrawn_offer_says_so_and_comes_back_with_the_undo(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await host.EnrolAsync(University.Informatics, year: 4, students: 2);
        using var manager = await host.AsManagerAsync(University.School);
        var offer = University.Offer();
        var sent = await host.TransmitAsync(University.Informatics, offer);
        var preview = await manager.SubmitAsync(await manager.GetAsync($"/inbox/{sent.TransmissionId}/forward"), "#forward", ("Input.Years", "4"));

        await host.PublishAsync(new OfferClosed(offer.OfferId, 2, CloseReason.Withdrawn));
        var withdrawn = await manager.GetAsync($"/inbox/{sent.TransmissionId}");
        var refused = await manager.SubmitAsync(preview, "#preview");
        Assert.Contains("L’entreprise a retiré cette offre", withdrawn.Text);
        Assert.Null(withdrawn.Document.QuerySelector("a[href$='/forward']"));
        Assert.Equal(["Offre retirée"], (await manager.GetAsync("/inbox?state=Closed")).All("tbody td:last-child"));
        Assert.Single(refused.All(".form-errors li"));
        Assert.Equal(0, await host.ReadAsync(db => db.Forwards.CountAsync()));

        await host.PublishAsync(new OfferPosted(offer with { Revision = 3, Title = "Application web, mieux dite" }));
        await host.PublishAsync(new OfferClosed(offer.OfferId, 2, CloseReason.Withdrawn));
        var back = await manager.GetAsync($"/inbox/{sent.TransmissionId}");
        Assert.DoesNotContain("retiré", back.Text);
        Assert.Contains("Application web, mieux dite", back.Text);
        Assert.NotNull(back.Document.QuerySelector("a[href$='/forward']"));
    }

    [Theory, EveryDatabase]
    public async Task An_offer_withdrawn_before_its_transmission_arrived_is_shown_as_withdrawn(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School);
        var offer = University.Offer();

        await host.PublishAsync(new OfferClosed(offer.OfferId, 2, CloseReason.Filled));
        var sent = await host.TransmitAsync(University.Informatics, offer);

        Assert.Contains("Le poste est pourvu", (await manager.GetAsync($"/inbox/{sent.TransmissionId}")).Text);
    }

    private static Task<InboxState> StateAsync(TestHost host, OfferTransmitted sent) =>
        host.ReadAsync(db => db.Inbox.Where(i => i.Id == sent.TransmissionId).Select(i => i.State).SingleAsync());
}
