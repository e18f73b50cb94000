using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Moderation;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Tests.Moderation;

public sealed class ModerationTests
{
    private const string Bad = "Développer une application web. Nous cherchons un homme de moins de 30 ans, <b>motivé</b>.";

    [Theory, EveryDatabase]
    public async Task An_offer_with_an_unlawful_criterion_waits_for_a_person_and_is_seen_by_nobody_else(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, ranking) = await Given.PostAsync(recruiter, text: Bad);
        Assert.Contains("Une personne va la relire", ranking.Text, StringComparison.Ordinal);
        Assert.Equal(OfferStatus.Submitted, (await host.OfferAsync(id)).Status);
        Assert.Contains("Une personne relit l’offre", (await recruiter.GetAsync($"/offers/{id}")).Text, StringComparison.Ordinal);
        Assert.Null(await HitAsync(host, id));

        host.Clock.Advance(TimeSpan.FromDays(3));
        var administrator = await host.AsAsync(Roles.Administrator);
        var queue = await administrator.GetAsync("/admin/offers");
        Assert.Contains("cherchons un homme · de moins de 30 ans", queue.Text, StringComparison.Ordinal);
        var show = await administrator.GetAsync(queue.Document.QuerySelector("main table a[href^='/admin/offers/']")!.GetAttribute("href")!);
        Assert.Equal(["cherchons un homme", "de moins de 30 ans"], show.All("mark"));
        Assert.Equal($"Stage développement web\n{Bad}", show.Document.QuerySelector("p.text")!.TextContent);
        await DecideAsync(administrator, show, Verdict.Published);
        var offer = await host.OfferAsync(id);
        Assert.Equal((OfferStatus.Published, host.Clock.GetUtcNow().UtcDateTime), (offer.Status, offer.PostedAt));
        Assert.NotNull(await HitAsync(host, id));
        Assert.StartsWith("Offre acceptée", host.Mails().Single().Subject, StringComparison.Ordinal);
        Assert.Contains("offer.approved", (await administrator.GetAsync("/admin/audit?format=csv")).Html, StringComparison.Ordinal);
        // Seen and decided: the same form changes nothing any more.
        Assert.Contains("relue entre-temps", (await DecideAsync(administrator, show, Verdict.Rejected, "Non")).Text, StringComparison.Ordinal);
        Assert.Equal(OfferStatus.Published, (await host.OfferAsync(id)).Status);
        Assert.Contains("Aucune offre n’attend", (await administrator.GetAsync("/admin/offers")).Text, StringComparison.Ordinal);
        Assert.Contains("Acceptée", (await administrator.GetAsync("/admin/offers?decided=true")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Administrators_are_told_once_a_working_day_of_what_is_new(Database database)
    {
        const string job = "admin.tell-administrators";
        await using var host = await Given.CompaniesAsync(database);
        var administrator = await host.AsAsync(Roles.Administrator);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        await host.RunJobAsync(job);
        await Given.PostAsync(recruiter, text: Bad);
        Assert.Empty(host.Mails());
        await Task.WhenAll(host.RunJobAsync(job), host.RunJobAsync(job));
        await host.RunJobAsync(job);
        await host.SettleAsync();
        var mail = Assert.Single(host.Mails());
        Assert.Equal(("En attente : 1 offre à relire", "administrator@essais.example"), (mail.Subject, mail.To.Mailboxes.Single().Address));
        Assert.Contains("/admin/offers", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("1 en attente", (await administrator.GetAsync("/admin")).Text, StringComparison.Ordinal);
        // Nothing new on Tuesday; on Friday evening something comes, and the mail about it on Monday.
        for (var day = 1; day <= 7; day++)
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            await host.RunJobAsync(job);
            await host.SettleAsync();
            Assert.Equal(day < 7 ? 1 : 2, host.Mails().Count);
            if (day == 4) await Given.PostAsync(await host.AsRecruiterAsync(Given.Acme), "Stage tests", Bad);
        }
        Assert.Equal("En attente : 2 offres à relire", host.Mails()[^1].Subject);
    }

    [Theory, EveryDatabase]
    public async Task Approved_words_are_not_asked_about_again_until_they_change(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var administrator = await host.AsAsync(Roles.Administrator);
        var (id, _) = await Given.PostAsync(recruiter, text: Bad);
        await DecideAsync(administrator, await OpenAsync(administrator), Verdict.Published);
        await ReviseAsync(recruiter, id, ("Input.City", "Lyon"));
        Assert.Equal(OfferStatus.Published, (await host.OfferAsync(id)).Status);
        var posted = (await host.OfferAsync(id)).PostedAt;
        await ReviseAsync(recruiter, id, ("Input.Text", Bad + " Vite !"));
        Assert.Equal(OfferStatus.Submitted, (await host.OfferAsync(id)).Status);
        Assert.Null(await HitAsync(host, id));
        host.Clock.Advance(TimeSpan.FromDays(1));
        administrator = await host.AsAsync(Roles.Administrator);
        await DecideAsync(administrator, await OpenAsync(administrator), Verdict.Published);
        Assert.Equal((OfferStatus.Published, posted), ((await host.OfferAsync(id)).Status, (await host.OfferAsync(id)).PostedAt));
        Assert.NotNull(await HitAsync(host, id));
        Assert.Equal(2, await host.CountAsync(db => db.Moderations));
    }

    [Theory, EveryDatabase]
    public async Task Who_is_asked_for_a_change_is_read_again_after_it(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var administrator = await host.AsAsync(Roles.Administrator);
        var (id, _) = await Given.PostAsync(recruiter, text: Bad);
        var show = await OpenAsync(administrator);
        Assert.NotEmpty((await DecideAsync(administrator, show, Verdict.ChangesAsked)).All("#Input_Words-error"));
        await DecideAsync(administrator, show, Verdict.ChangesAsked, "Ôtez l’âge & le sexe.");
        await host.SettleAsync();
        var mail = host.Mails().Single();
        Assert.Contains("Ôtez l’âge & le sexe.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/offers/{id}/edit", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Ôtez l’âge & le sexe.", (await recruiter.GetAsync($"/offers/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(OfferStatus.ChangesRequested, (await host.OfferAsync(id)).Status);
        await recruiter.PublishAsync(id, ("Input.Text", Given.Text));
        Assert.Equal(OfferStatus.Submitted, (await host.OfferAsync(id)).Status);
        await DecideAsync(administrator, await OpenAsync(administrator), Verdict.Rejected, "Toujours pas.");
        Assert.Equal(OfferStatus.Rejected, (await host.OfferAsync(id)).Status);
        Assert.Contains("Toujours pas.", (await recruiter.GetAsync($"/offers/{id}")).Text, StringComparison.Ordinal);
        Assert.Null(await HitAsync(host, id));
    }

    [Theory, EveryDatabase]
    public async Task An_offer_that_was_open_keeps_its_end_through_a_change_that_was_asked_for(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var ends = (await host.OfferAsync(id)).EndsAt;
        await ReviseAsync(recruiter, id, ("Input.Text", Bad));
        var administrator = await host.AsAsync(Roles.Administrator);
        await DecideAsync(administrator, await OpenAsync(administrator), Verdict.ChangesAsked, "Ôtez l’âge et le sexe.");
        host.Clock.Advance(TimeSpan.FromDays(3));
        recruiter = await host.AsRecruiterAsync(Given.Acme);
        Assert.Null((await recruiter.GetAsync($"/offers/{id}/edit")).Document.QuerySelector("#Input_PublicUntil"));
        await recruiter.PublishAsync(id, ("Input.Text", Given.Text));
        administrator = await host.AsAsync(Roles.Administrator);
        await DecideAsync(administrator, await OpenAsync(administrator), Verdict.Published);
        Assert.Equal((OfferStatus.Published, ends), ((await host.OfferAsync(id)).Status, (await host.OfferAsync(id)).EndsAt));
    }

    [Theory, EveryDatabase]
    public async Task An_approved_text_still_waits_for_its_company(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        await host.WithAsync<RecruitingDb>(db => db.Companies.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, Companies.CompanyStatus.PendingReview)));
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter, text: Bad);
        Assert.Equal(OfferStatus.Submitted, (await host.OfferAsync(id)).Status);
        var administrator = await host.AsAsync(Roles.Administrator);
        await DecideAsync(administrator, await OpenAsync(administrator), Verdict.Published);
        Assert.Equal(OfferStatus.AwaitingCompany, (await host.OfferAsync(id)).Status);
        await host.SettleAsync();
        Assert.Contains("dès que votre entreprise", host.Mails().Single().TextBody, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Reports_of_one_offer_are_one_line_of_the_queue_and_keep_or_close_it(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var administrator = await host.AsAsync(Roles.Administrator);
        var (id, _) = await Given.PostAsync(recruiter);
        var report = new OfferReported(id, ReportReason.NoInternship, "Ce n’est pas un <stage>.", host.Clock.GetUtcNow().UtcDateTime);
        await ReportAsync(host, report, report with { EventId = Guid.NewGuid() }, report, new OfferReported(Guid.NewGuid(), ReportReason.Fraud, "", report.At));
        Assert.Equal((2, 1), (await host.CountAsync(db => db.OfferReports), await host.CountAsync(db => db.Moderations)));
        var show = await OpenAsync(administrator);
        Assert.Contains("Ce n’est pas un <stage>.", show.Text, StringComparison.Ordinal);
        await DecideAsync(administrator, show, Verdict.Kept);
        Assert.Equal(OfferStatus.Published, (await host.OfferAsync(id)).Status);
        await ReportAsync(host, report with { EventId = Guid.NewGuid() });
        var stale = await OpenAsync(administrator);
        await ReviseAsync(recruiter, id, ("Input.City", "Lyon"));
        Assert.Contains("relue entre-temps", (await DecideAsync(administrator, stale, Verdict.Closed, "Non")).Text, StringComparison.Ordinal);
        Assert.Equal(OfferStatus.Published, (await host.OfferAsync(id)).Status);
        await DecideAsync(administrator, await OpenAsync(administrator), Verdict.Closed, "Ce n’est pas un stage.");
        Assert.Equal(OfferStatus.Rejected, (await host.OfferAsync(id)).Status);
        Assert.Null(await HitAsync(host, id));
        // Nothing of the recruiter brings it back.
        await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}"), "form[action*='Withdraw']");
        var undone = await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}"), "form[action*='Restore']");
        Assert.Equal(HttpStatusCode.OK, undone.Status);
        Assert.Equal(OfferStatus.Rejected, (await host.OfferAsync(id)).Status);
        Assert.Null(await HitAsync(host, id));
        Assert.Contains(host.Mails(), m => m.Subject!.StartsWith("Offre retirée", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_bad_form_sent_fifty_times_at_once_is_one_line_of_the_queue()
    {
        await using var host = await Given.CompaniesAsync(Database.MariaDb);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.BeginOfferAsync("Stage web", Bad);
        var form = await recruiter.GetAsync($"/offers/{id}/edit");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => recruiter.PressAsync(form, Posting.Publish, [.. Posting.Needed])));
        Assert.Equal((1, 1), (await host.CountAsync(db => db.Offers), await host.CountAsync(db => db.Moderations)));
        var administrator = await host.AsAsync(Roles.Administrator);
        var show = await OpenAsync(administrator);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => DecideAsync(administrator, show, Verdict.Published)));
        await host.SettleAsync();
        Assert.Single(host.Mails());
    }

    private static async Task<Page> OpenAsync(Visitor administrator)
    {
        var queue = await administrator.GetAsync("/admin/offers");
        return await administrator.GetAsync(queue.Document.QuerySelector("main table a[href^='/admin/offers/']")!.GetAttribute("href")!);
    }

    private static Task<Page> DecideAsync(Visitor administrator, Page show, Verdict verdict, string words = "") =>
        administrator.SubmitAsync(show, Given.Form, ("Input.Verdict", verdict.ToString()), ("Input.Words", words));

    private static async Task ReviseAsync(Visitor recruiter, Guid id, params (string, string?)[] values) =>
        await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}/edit"), Given.Form, values);

    private static async Task ReportAsync(TestHost host, params OfferReported[] reports)
    {
        foreach (var report in reports)
        {
            await host.WithAsync<RecruitingDb>(async db =>
            {
                db.Publish(report);
                await db.SaveChangesAsync();
            });
            await host.SettleAsync();
        }
    }

    private static async Task<OfferHit?> HitAsync(TestHost host, Guid id)
    {
        await host.SettleAsync();
        return await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None));
    }
}
