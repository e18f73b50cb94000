using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Tests;

public sealed class OfferLifeTests
{
    private const string Job = "recruiting.expire-offers";

    [Theory, EveryDatabase, Trait("Acceptance", "10")]
    public async Task Published_on_31_January_for_one_month_it_ends_on_28_February_after_two_reminders(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        host.Clock.Set(new DateTimeOffset(2027, 1, 31, 9, 0, 0, TimeSpan.Zero));
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.PostOfferAsync("Stage web", Given.Text, ("Input.PublicationMonths", "1"));
        Assert.Equal(new DateTime(2027, 2, 28, 23, 0, 0, DateTimeKind.Utc), (await host.OfferAsync(id)).EndsAt);
        Assert.Contains("28/02/2027", (await recruiter.GetAsync($"/offers/{id}")).All(".facts dd"));

        var mails = new List<(int Day, int Mails)>();
        for (var hour = 0; hour < 30 * 24; hour++)
        {
            host.Clock.Advance(TimeSpan.FromHours(1));
            if (hour % 6 != 0) continue;
            await host.RunJobAsync(Job);
            await host.RunJobAsync(Job);
            await host.SettleAsync();
            var day = WorkingDays.DayOf(host.Clock.GetUtcNow().UtcDateTime);
            if (mails.Count == 0 || mails[^1].Mails != host.Mails().Count) mails.Add((day.DayNumber, host.Mails().Count));
            var open = await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)) is not null;
            Assert.Equal(day <= new DateOnly(2027, 2, 28), open);
        }
        Assert.Equal([new DateOnly(2027, 2, 21).DayNumber, new DateOnly(2027, 2, 27).DayNumber], mails.Skip(1).Select(m => m.Day));
        Assert.Equal([0, 1, 2], mails.Select(m => m.Mails));
        Assert.All(host.Mails(), mail => Assert.Contains($"/offers/{id}/renew", mail.TextBody, StringComparison.Ordinal));
        Assert.Equal(OfferStatus.Expired, (await host.OfferAsync(id)).Status);
        var last = (await host.ChangesAsync(id))[^1];
        Assert.Equal((OfferStatus.Published, OfferStatus.Expired, OfferDeed.Expired, null), (last.From, last.To, last.Deed, last.By));
        Assert.Contains("la plateforme", (await (await host.AsRecruiterAsync(Given.Acme)).GetAsync($"/offers/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_last_day_comes_before_months_and_can_be_moved_to_a_later_one(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.BeginOfferAsync("Stage web", Given.Text);
        foreach (var (day, error) in new[] { ("2026-03-01", "passé"), ("2026-09-03", "six mois") })
        {
            var again = await recruiter.PublishAsync(id, ("Input.PublicUntil", day));
            Assert.Contains(error, again.All("#Input_PublicUntil-error").Single(), StringComparison.Ordinal);
            Assert.Equal(day, again.Document.QuerySelector("#Input_PublicUntil")!.GetAttribute("value"));
        }
        await recruiter.PublishAsync(id, ("Input.PublicUntil", "2026-03-20"));
        // The 21st begins at 23:00 UTC in Paris.
        Assert.Equal(new DateTime(2026, 3, 20, 23, 0, 0, DateTimeKind.Utc), (await host.OfferAsync(id)).EndsAt);

        // An open offer is edited without its end, which has a page of its own.
        var form = await recruiter.GetAsync($"/offers/{id}/edit");
        Assert.Null(form.Document.QuerySelector("#Input_PublicUntil"));
        await recruiter.SubmitAsync(form, "#offer", ("Input.Posts", "2"), ("Input.PublicUntil", "2026-03-25"));
        Assert.Equal((2, new DateOnly(2026, 3, 20)), ((await host.OfferAsync(id)).Terms.Posts, (await host.OfferAsync(id)).PublicUntil));
        var renew = await recruiter.GetAsync($"/offers/{id}/renew");
        var refused = await recruiter.SubmitAsync(renew, Given.Form, ("PublicUntil", "2026-03-10"));
        Assert.Contains("plus tardif", refused.All("#PublicUntil-error").Single(), StringComparison.Ordinal);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => recruiter.SubmitAsync(renew, Given.Form, ("PublicUntil", "2026-04-10"))));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, $"/offers/{id}"), (answer.Status, answer.Path)));
        Assert.Equal(new DateTime(2026, 4, 10, 22, 0, 0, DateTimeKind.Utc), (await host.OfferAsync(id)).EndsAt);
        Assert.Single(await host.ChangesAsync(id), c => c.Deed is OfferDeed.Renewed);

        // A copy begins with months again: that day may be over.
        var copy = await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}"), "form[action*='Duplicate']");
        Assert.Equal("", copy.Document.QuerySelector("#Input_PublicUntil")!.GetAttribute("value") ?? "");
    }

    [Theory, EveryDatabase]
    public async Task After_days_without_the_job_only_the_reminder_that_is_still_true_leaves(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        await Given.PostAsync(recruiter);
        var ends = (await host.OfferAsync(id)).EndsAt;
        host.Clock.Set(ends.AddHours(-20));
        await Task.WhenAll(host.RunJobAsync(Job), host.RunJobAsync(Job));
        await host.RunJobAsync(Job);
        await host.SettleAsync();
        Assert.Equal(2, host.Mails().Count);
        host.Clock.Set(ends.AddDays(3));
        await host.RunJobAsync(Job);
        await host.SettleAsync();
        Assert.Equal(2, host.Mails().Count);
        Assert.Equal(2, await host.CountAsync(db => db.Offers.Where(o => o.Status == OfferStatus.Expired)));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "11")]
    public async Task Opening_the_link_of_a_reminder_changes_nothing_and_its_button_renews(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var before = await host.OfferAsync(id);
        host.Clock.Set(before.EndsAt.AddDays(-5));
        recruiter = await host.AsRecruiterAsync(Given.Acme);
        await host.RunJobAsync(Job);
        var page = await recruiter.GetAsync($"/offers/{id}/renew");
        Assert.Equal((before.EndsAt, before.Revision), (await host.OfferAsync(id)) is var same ? (same.EndsAt, same.Revision) : default);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => recruiter.SubmitAsync(page, Given.Form, ("Months", "2"))));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, $"/offers/{id}"), (answer.Status, answer.Path)));
        var after = await host.OfferAsync(id);
        Assert.Equal((Publication.End(before.EndsAt.AddDays(-5), 2), null), (after.EndsAt, after.RemindedDays));
        Assert.Single(await host.ChangesAsync(id), c => c.Deed is OfferDeed.Renewed);

        // An offer that has ended comes back by the same page.
        host.Clock.Set(after.EndsAt.AddDays(1));
        await host.RunJobAsync(Job);
        await host.SettleAsync();
        Assert.Null(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));
        recruiter = await host.AsRecruiterAsync(Given.Acme);
        await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}/renew"), Given.Form, ("Months", "1"));
        await host.SettleAsync();
        Assert.NotNull(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));
    }

    [Theory, EveryDatabase]
    public async Task A_filled_offer_is_closed_and_its_history_says_who_did_what(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var record = await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}"), "form[action*='Fill']");
        Assert.Equal(OfferStatus.Filled, (await host.OfferAsync(id)).Status);
        Assert.Contains("Camille Essai Pourvue Publiée → Pourvue", record.All("tbody tr")[0], StringComparison.Ordinal);
        await host.SettleAsync();
        Assert.Null(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));
        Assert.Equal(HttpStatusCode.OK, (await recruiter.GetAsync($"/offers/{id}/edit")).Status);
        Assert.Equal(OfferStatus.Filled, (await host.OfferAsync(id)).Status);
    }

    [Theory, EveryDatabase]
    public async Task A_copy_of_an_offer_is_one_new_draft_however_often_the_button_is_pressed(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.PostOfferAsync("Stage web", Given.Text, ("Input.Reference", "WEB-7"), ("Input.Tutor", "Alix Essai"));
        var record = await recruiter.GetAsync($"/offers/{id}");
        var copies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => recruiter.SubmitAsync(record, "form[action*='Duplicate']")));
        var path = Assert.Single(copies.Select(copy => copy.Path).Distinct());
        var copy = await host.OfferAsync(Guid.Parse(path.Split('/')[2]));
        Assert.Equal((OfferStatus.Draft, "Stage web", "Alix Essai", null), (copy.Status, copy.Title, copy.Terms.Tutor, copy.Reference));
        Assert.Equal(2, await host.CountAsync(db => db.Offers));
    }

    [Theory, EveryDatabase]
    public async Task An_imported_offer_stays_public_with_less_and_loses_nothing_it_has(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        await host.ImportAsync("offers", $"siret,reference,title,text,date,status,city\n{Given.Acme},R1,Stage web,\"{Given.Text}\",2026-02-20,published,Lyon\n");
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var id = await host.WithAsync<RecruitingDb, Guid>(db => db.Offers.Select(o => o.Id).SingleAsync());
        var form = await recruiter.GetAsync($"/offers/{id}/edit");
        Assert.Equal($"/offers/{id}", (await recruiter.SubmitAsync(form, "#offer", ("Input.Tutor", "Alix Essai"))).Path);
        var refused = await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}/edit"), "#offer", ("Input.City", ""));
        Assert.NotEmpty(refused.All("#Input_City-error"));
        Assert.Equal(("Lyon", "Alix Essai", OfferStatus.Published), (await host.OfferAsync(id)) is var o ? (o.City, o.Terms.Tutor, o.Status) : default);
    }
}
