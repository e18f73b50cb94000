using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Transmissions;

namespace SmartRecruiting.Recruiting.Tests;

public sealed class TransmissionTests
{
    [Theory, EveryDatabase, Trait("Acceptance", "7")]
    public async Task A_meaningless_text_gets_no_list_and_a_search_by_hand(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.TrainAsync();
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, ranking) = await Given.PostAsync(recruiter, "Xyzzy plugh", "qsdfg hjklm wxcvb azerty uiop qwxz brrr zzz kkk");
        Assert.Contains("Aucune correspondance fiable", ranking.Text, StringComparison.Ordinal);
        Assert.Empty(ranking.All("tbody tr"));
        var found = await recruiter.SubmitAsync(ranking, "main form.filters", ("q", "genie CIVIL"));
        Assert.Equal(["BUT génie civil"], found.All("tbody a"));
        var sent = await recruiter.SubmitAsync(found, Given.Form, ("Chosen", $"{await host.ProgrammeAsync("CIVIL")}"));
        Assert.Equal($"/offers/{id}/transmissions", sent.Path);
        Assert.Contains("BUT génie civil", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Choisie à la main", sent.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_text_without_reliable_match_shows_the_nearest_as_weak_and_a_person_decides(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.TrainAsync();
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter, text: $"{Given.Text} Rédaction de la documentation.");
        // The informatics programme that it fits is of another level.
        var ranking = await recruiter.GetAsync($"/offers/{id}/ranking?level=Bac%2B3");
        Assert.Contains("Aucune correspondance fiable", ranking.Text, StringComparison.Ordinal);
        Assert.NotNull(ranking.Document.QuerySelector("main form.filters input[name=q]"));
        var rows = ranking.Document.QuerySelectorAll("tbody tr");
        Assert.InRange(rows.Length, 1, 5);
        Assert.All(rows, row =>
        {
            Assert.Contains(row.QuerySelector("[class^='badge-']")!.TextContent, (string[])["Faible", "Très faible"]);
            Assert.NotEmpty(row.QuerySelectorAll(".chip"));
            Assert.DoesNotMatch("chances? sur 10", row.TextContent);
        });

        var ticked = rows[0].QuerySelector("input[name=Chosen]")!.GetAttribute("value")!;
        var sent = await recruiter.SubmitAsync(ranking, Given.Form, ("Chosen", ticked));
        Assert.Equal($"/offers/{id}/transmissions", sent.Path);
        var kept = await host.WithAsync<RecruitingDb, Transmission>(db => db.Transmissions.SingleAsync());
        Assert.Equal(ticked, $"{kept.ProgrammeId}");
        Assert.InRange(kept.Strength, Strength.None, Strength.Weak);
        Assert.NotEmpty(kept.Reasons);
    }

    [Theory, EveryDatabase, Trait("Acceptance", "6")]
    public async Task A_posted_text_leads_to_programmes_with_their_strength_in_words_and_the_reasons(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.TrainAsync();
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, ranking) = await Given.PostAsync(recruiter);
        var first = ranking.Document.QuerySelector("tbody tr")!;
        Assert.Equal("Ingénieur informatique", first.QuerySelector("a")!.TextContent);
        Assert.StartsWith("/programmes/", first.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(first.QuerySelector("[class^='badge-']")!.TextContent, (string[])["Forte", "Bonne", "Faible"]);
        Assert.NotEmpty(first.QuerySelectorAll(".chip"));
        Assert.Matches("chances? sur 10", first.TextContent);
        Assert.DoesNotContain("%", ranking.Text, StringComparison.Ordinal);
        var level = await recruiter.GetAsync($"/offers/{id}/ranking?level=Bac%2B3");
        Assert.DoesNotContain("Ingénieur informatique", level.All("tbody a"));

        var sent = await recruiter.SubmitAsync(ranking, Given.Form, ("Chosen", $"{await host.ProgrammeAsync("INFO")}"));
        Assert.Contains(first.QuerySelector("[class^='badge-']")!.TextContent, sent.Text, StringComparison.Ordinal);
        var kept = await host.WithAsync<RecruitingDb, Transmission>(db => db.Transmissions.SingleAsync());
        Assert.NotEqual(Strength.None, kept.Strength);
        Assert.NotEmpty(kept.Reasons);
        var marked = (await recruiter.GetAsync($"/offers/{id}/ranking")).Document.QuerySelector("tbody tr input")!;
        Assert.True(marked.HasAttribute("disabled"));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "8")]
    public async Task Two_ticked_of_five_make_two_transmissions_however_often_they_are_sent(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var page = await recruiter.GetAsync($"/offers/{id}/ranking?q=e");
        Assert.Equal(5, page.Document.QuerySelectorAll("input[name=Chosen]").Select(box => box.GetAttribute("value")).Distinct().Count());
        var (one, other) = ($"{await host.ProgrammeAsync("INFO")}", $"{await host.ProgrammeAsync("COMPTA")}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => recruiter.SubmitAsync(page, Given.Form, ("Chosen", one), ("Chosen", other))));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, $"/offers/{id}/transmissions"), (answer.Status, answer.Path)));
        Assert.Equal(2, await host.CountAsync(db => db.Transmissions));

        var again = await recruiter.SubmitAsync(page, Given.Form, ("Chosen", one), ("Chosen", other), ("Chosen", one));
        Assert.Contains("déjà été envoyée", again.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await host.CountAsync(db => db.Transmissions));
    }

    [Theory, EveryDatabase]
    public async Task Each_transmission_reaches_the_managers_once(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.AsManagerAsync("IUT", "gestion@essais.example");
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var page = await recruiter.GetAsync($"/offers/{id}/ranking?q=e");
        var compta = $"{await host.ProgrammeAsync("COMPTA")}";
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => recruiter.SubmitAsync(page, Given.Form, ("Chosen", compta))));
        await host.SettleAsync();
        Assert.Single(host.Mails(), mail => mail.To.Mailboxes.Any(to => to.Address == "gestion@essais.example"));
    }

    [Theory, EveryDatabase]
    public async Task Nothing_ticked_and_a_programme_that_is_none_are_said_beside_and_send_nothing(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var page = await recruiter.GetAsync($"/offers/{id}/ranking?q=e");
        var empty = await recruiter.SubmitAsync(page, Given.Form);
        Assert.Contains("Cochez au moins une formation", empty.All("#Chosen-error")[0], StringComparison.Ordinal);
        var civil = $"{await host.ProgrammeAsync("CIVIL")}";
        var forged = await recruiter.SubmitAsync(page, Given.Form, ("Chosen", civil), ("Chosen", $"{Guid.NewGuid()}"));
        Assert.Contains("n’existe plus", forged.All("#Chosen-error")[0], StringComparison.Ordinal);
        Assert.NotNull(forged.Document.QuerySelector($"input[value='{civil}'][checked]"));
        Assert.Equal(0, await host.CountAsync(db => db.Transmissions));
    }

    [Theory, EveryDatabase]
    public async Task A_withdrawn_offer_cannot_be_sent(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var page = await recruiter.GetAsync($"/offers/{id}/ranking?q=e");
        await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}"), "form[action*='Withdraw']");
        var refused = await recruiter.SubmitAsync(page, Given.Form, ("Chosen", $"{await host.ProgrammeAsync("INFO")}"));
        Assert.Contains("ne peut pas être envoyée", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.CountAsync(db => db.Transmissions));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "19")]
    public async Task The_funnel_shows_read_forwarded_and_declined_and_the_same_news_twice_count_once(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var page = await recruiter.GetAsync($"/offers/{id}/ranking?q=e");
        await recruiter.SubmitAsync(
            page, Given.Form,
            ("Chosen", $"{await host.ProgrammeAsync("INFO")}"), ("Chosen", $"{await host.ProgrammeAsync("BIO")}"), ("Chosen", $"{await host.ProgrammeAsync("DROIT")}"));
        var sent = await host.WithAsync<RecruitingDb, Dictionary<string, Guid>>(db => db.Transmissions.ToDictionaryAsync(t => t.ProgrammeName, t => t.Id));
        var (info, bio, droit) = (sent["Ingénieur informatique"], sent["Master biologie"], sent["Licence droit"]);
        var day = new DateTime(2026, 3, 5, 8, 0, 0, DateTimeKind.Utc);
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        for (var twice = 0; twice < 2; twice++)
        {
            await HearAsync(host, new TransmissionRead(info, day));
            await HearAsync(host, new TransmissionForwarded(first, info, 10, day));
            await HearAsync(host, new TransmissionForwarded(second, info, 7, day.AddDays(1)));
            await HearAsync(host, new TransmissionForwarded(Guid.Parse("0194c000-0000-7000-8000-000000000001"), bio, 3, day));
            await HearAsync(host, new TransmissionDeclined(droit, DeclineReason.NotOurProgramme, "Hors de notre programme <b>", day));
            await HearAsync(host, new TransmissionRead(Guid.NewGuid(), day));
        }
        var funnel = await recruiter.GetAsync($"/offers/{id}/transmissions");
        var rows = funnel.All("tbody tr");
        Assert.Contains("Lue le 05/03/2026", rows.Single(r => r.StartsWith("Ingénieur", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("à 17 étudiants", rows.Single(r => r.StartsWith("Ingénieur", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("à <5 étudiants", rows.Single(r => r.StartsWith("Master", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("pas ce que la formation enseigne — Hors de notre programme <b>", rows.Single(r => r.StartsWith("Licence", StringComparison.Ordinal)), StringComparison.Ordinal);
        var record = await recruiter.GetAsync($"/offers/{id}");
        Assert.Contains("envoyées : 3 · lues : 3 · transférées : 2 · déclinées : 1 · sans réponse : 0", record.Text, StringComparison.Ordinal);
        Assert.Equal(["3", "3", "2"], (await recruiter.GetAsync("/offers")).All("tbody td.num"));
    }

    [Theory, EveryDatabase]
    public async Task No_answer_is_told_once_with_the_next_programmes_which_are_ticked_and_sent_on_the_page(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.TrainAsync();
        var recruiter = await host.AsRecruiterAsync(Given.Acme, "recrute@essais.example");
        using var colleague = await host.AsRecruiterAsync(Given.Acme, "collegue@essais.example");
        var (id, page) = await Given.PostAsync(recruiter);
        Assert.Empty((await recruiter.GetAsync($"/offers/{id}/transmissions")).All("#next"));
        page = await recruiter.GetAsync($"/offers/{id}/ranking?q=e");
        await recruiter.SubmitAsync(page, Given.Form, ("Chosen", $"{await host.ProgrammeAsync("INFO")}"), ("Chosen", $"{await host.ProgrammeAsync("BIO")}"), ("Chosen", $"{await host.ProgrammeAsync("DROIT")}"));
        await host.SettleAsync();
        Assert.Empty((await recruiter.GetAsync($"/offers/{id}/transmissions")).All("#next"));
        var sent = await host.WithAsync<RecruitingDb, Dictionary<string, Guid>>(db => db.Transmissions.ToDictionaryAsync(t => t.ProgrammeName, t => t.Id));
        var (info, bio, droit) = (sent["Ingénieur informatique"], sent["Master biologie"], sent["Licence droit"]);
        var day = new DateTime(2026, 3, 23, 4, 0, 0, DateTimeKind.Utc);
        await HearAsync(host, new TransmissionForwarded(Guid.NewGuid(), bio, 10, day));
        var news = new TransmissionsUnanswered(id, [info, bio, droit], day);
        for (var twice = 0; twice < 2; twice++) await HearAsync(host, news);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => HearAsync(host, news))));
        await host.SettleAsync();

        var mail = Assert.Single(host.Mails(), m => m.Subject!.StartsWith("Pas encore de réponse", StringComparison.Ordinal));
        Assert.Equal("recrute@essais.example", mail.To.Mailboxes.Single().Address);
        Assert.Contains("– Ingénieur informatique · École polytechnique", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Master biologie", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/offers/{id}/transmissions", mail.TextBody, StringComparison.Ordinal);

        var funnel = await recruiter.GetAsync($"/offers/{id}/transmissions");
        Assert.Contains("transférées : 1 · déclinées : 0 · sans réponse : 2", funnel.Text, StringComparison.Ordinal);
        Assert.Equal(2, funnel.All("li.refused").Count(li => li.StartsWith("Sans réponse au 23/03/2026", StringComparison.Ordinal)));
        var next = funnel.Document.QuerySelectorAll("#next input[name=Chosen]").Select(box => box.GetAttribute("value")).ToList();
        Assert.NotEmpty(next);
        var informatics = $"{await host.ProgrammeAsync("INFO")}";
        Assert.DoesNotContain(next, programme => programme == informatics);
        Assert.All(next, programme => Assert.Contains(funnel.Document.QuerySelector($"#next tr:has([value='{programme}']) a")!.TextContent, mail.TextBody, StringComparison.Ordinal));

        var done = await recruiter.SubmitAsync(funnel, "#next form", ("Chosen", next[0]));
        Assert.Equal($"/offers/{id}/transmissions", done.Path);
        Assert.Equal(4, await host.CountAsync(db => db.Transmissions));
        Assert.DoesNotContain(next[0], done.Document.QuerySelectorAll("#next input[name=Chosen]").Select(box => box.GetAttribute("value")));

        // An answer may still come, and takes the place of none.
        await HearAsync(host, new TransmissionDeclined(droit, DeclineReason.WrongPeriod, "Déjà placés.", day.AddDays(1)));
        var late = await recruiter.GetAsync($"/offers/{id}");
        Assert.Contains("déclinées : 1 · sans réponse : 1", late.Text, StringComparison.Ordinal);
        await recruiter.SubmitAsync(late, "form[action*='Withdraw']");
        Assert.Empty((await recruiter.GetAsync($"/offers/{id}/transmissions")).All("#next"));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "19")]
    public async Task A_decline_leads_to_the_next_programmes_without_what_was_judged_wrong(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.TrainAsync();
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, page) = await Given.PostAsync(recruiter);
        await recruiter.SubmitAsync(page, Given.Form, ("Chosen", $"{await host.ProgrammeAsync("INFO")}"));
        var sent = await host.WithAsync<RecruitingDb, Guid>(db => db.Transmissions.Select(t => t.Id).SingleAsync());
        await HearAsync(host, new TransmissionDeclined(sent, DeclineReason.WrongPeriod, "Déjà placés.", new DateTime(2026, 3, 5, 8, 0, 0, DateTimeKind.Utc)));
        var before = (await recruiter.GetAsync($"/offers/{id}/transmissions")).Document.QuerySelectorAll("#next input[name=Chosen]").Select(box => Guid.Parse(box.GetAttribute("value")!)).ToList();
        Assert.NotEmpty(before);
        await host.WithAsync<RecruitingDb>(db =>
        {
            db.Add(Judgement.Of(id, before[0], fits: false, Guid.NewGuid(), new DateTime(2026, 3, 5, 8, 0, 0, DateTimeKind.Utc)));
            return db.SaveChangesAsync();
        });

        var after = await recruiter.GetAsync($"/offers/{id}/transmissions");
        Assert.DoesNotContain($"{before[0]}", after.Document.QuerySelectorAll("#next input[name=Chosen]").Select(box => box.GetAttribute("value")));
        var nothing = await recruiter.SubmitAsync(after, "#next form");
        Assert.Contains("Cochez au moins une formation", nothing.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task What_the_model_found_is_shown_and_late_news_change_nothing(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var (other, _) = await Given.PostAsync(recruiter);
        var tags = new OfferTags(id, 9, 8, "informatics", 0.9, [new SkillFound("sql", "SQL (langage)", "SQL (language)")], [], 0.9, Strength.Strong, null);
        await HearAsync(host, new OffersTagged([tags, tags with { OfferId = Guid.NewGuid() }, tags with { OfferId = other, Domain = "finance" }]));
        await HearAsync(host, new OffersTagged([tags with { ModelVersion = 7, Domain = "law" }, tags with { Revision = 8, ModelVersion = 9, Domain = "law" }]));
        var record = await recruiter.GetAsync($"/offers/{id}");
        Assert.Contains("Informatique", record.Text, StringComparison.Ordinal);
        Assert.Equal(["SQL (langage)"], record.All(".chip.skill"));
        Assert.Contains("Finance", (await recruiter.GetAsync($"/offers/{other}")).Text, StringComparison.Ordinal);
    }

    private static async Task HearAsync<TEvent>(TestHost host, TEvent happened) where TEvent : IntegrationEvent
    {
        await using var scope = host.Services.CreateAsyncScope();
        foreach (var registration in scope.ServiceProvider.GetServices<Kernel.Outbox.HandlerRegistration>()
                     .Where(r => r.Event == typeof(TEvent) && r.Handler.Assembly == typeof(RecruitingDb).Assembly))
        {
            await registration.Run(scope.ServiceProvider, happened, CancellationToken.None);
        }
    }
}
