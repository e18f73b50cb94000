using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Tests;

public sealed class OfferTests
{
    [Theory, EveryDatabase]
    public async Task A_text_alone_begins_a_draft_that_is_ranked_and_says_what_it_lacks(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.BeginOfferAsync("", "Nous cherchons un stage développement web pour notre équipe.");
        var offer = await host.OfferAsync(id);
        Assert.Equal((OfferStatus.Draft, ""), (offer.Status, offer.Title));
        Assert.Contains("il manque : titre, niveau, début, durée ou fin, heures par semaine, ville, rémunération.", (await recruiter.GetAsync($"/offers/{id}")).Text, StringComparison.Ordinal);
        await host.SettleAsync();
        Assert.Null(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));

        var refused = await recruiter.PressAsync(await recruiter.GetAsync($"/offers/{id}/edit"), Posting.Publish);
        Assert.Equal(7, refused.All(".form-errors li").Count);
        Assert.Equal(OfferStatus.Draft, (await host.OfferAsync(id)).Status);
        await recruiter.PublishAsync(id, ("Input.Title", "Stage web"));
        offer = await host.OfferAsync(id);
        Assert.Equal((OfferStatus.Published, "Stage web", 12), (offer.Status, offer.Title, offer.DurationWeeks));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "5")]
    public async Task An_end_before_the_start_no_post_and_no_way_to_apply_are_three_errors_linked_to_their_fields(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.BeginOfferAsync("Stage web", Given.Text);
        var again = await recruiter.PublishAsync(
            id, ("Input.Starts", "2026-06-01"), ("Input.Ends", "2026-05-01"), ("Input.Posts", "0"), ("Input.ContactEmail", ""), ("Input.Benefits", "Cantine"));
        Assert.Equal(3, again.All(".form-errors li").Count);
        foreach (var name in (string[])["Ends", "Posts", "ContactEmail"])
        {
            Assert.NotNull(again.Document.QuerySelector($".form-errors a[href='#Input_{name}']"));
            Assert.NotEmpty(again.All($"#Input_{name}-error"));
            Assert.Equal("true", again.Document.QuerySelector($"#Input_{name}")!.GetAttribute("aria-invalid"));
        }
        Assert.True(again.Document.QuerySelector(".form-errors")!.HasAttribute("autofocus"));
        Assert.Equal("Cantine", again.Document.QuerySelector("#Input_Benefits")!.GetAttribute("value"));
        Assert.Equal(OfferStatus.Draft, (await host.OfferAsync(id)).Status);
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_field_is_named_beside_it_and_what_was_typed_is_kept(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.BeginOfferAsync("Stage web", Given.Text);
        var again = await recruiter.PublishAsync(
            id, ("Input.Title", " x  "), ("Input.Text", "<b>Trop court</b>"), ("Input.DurationWeeks", "mille"), ("Input.WeeklyHours", "trente"), ("Input.Pay", "-1"),
            ("Input.ContactEmail", "pas une adresse"), ("Input.Level", "Bac+9"), ("Input.RomeCodes", "Z99"), ("Input.ApplyUrl", "javascript:alert(1)"));
        foreach (var name in (string[])["Title", "Text", "DurationWeeks", "WeeklyHours", "Pay", "ContactEmail", "Level", "RomeCodes", "ApplyUrl"])
        {
            Assert.NotEmpty(again.All($"#Input_{name}-error"));
            Assert.NotNull(again.Document.QuerySelector($".form-errors a[href='#Input_{name}']"));
        }
        Assert.Contains("entre 3 et 150", again.All("#Input_Title-error")[0], StringComparison.Ordinal);
        Assert.Equal("Grenoble", again.Document.QuerySelector("#Input_City")!.GetAttribute("value"));
        Assert.Equal("mille", again.Document.QuerySelector("#Input_DurationWeeks")!.GetAttribute("value"));
        Assert.Equal("<b>Trop court</b>", again.Document.QuerySelector("#Input_Text")!.TextContent.Trim());
        Assert.Equal(1, (await host.OfferAsync(id)).Revision);
    }

    [Theory, EveryDatabase]
    public async Task Every_field_is_kept_shown_and_told(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        (string, string?)[] all =
        [
            ("Input.Posts", "3"), ("Input.Ends", "2027-05-21"), ("Input.WeeklyHours", "37,5"), ("Input.Remote", "Partial"), ("Input.NightOrHoliday", "true"), ("Input.Pay", "1 200.50 €"),
            ("Input.PayUnit", "Month"), ("Input.Benefits", "Cantine"), ("Input.ContactName", "Lou Essai"), ("Input.ApplyUrl", "emplois.example/web"), ("Input.ApplyPhone", "+33 4 00 00 00 00"),
            ("Input.Tutor", "Alix Essai"), ("Input.RomeCodes", "m1805, M1810"), ("Input.Reference", "WEB-7"), ("Input.IsAccessible", "true"), ("Input.PublicationMonths", "3"),
        ];
        var (id, _) = await recruiter.PostOfferAsync("Stage web", Given.Text, all);
        var kept = await host.OfferAsync(id);
        Assert.Equal(
            new OfferTerms
            {
                Ends = new DateOnly(2027, 5, 21), WeeklyHours = 37.5m, Posts = 3, Pay = 1200.5m, PayUnit = PayUnit.Month, Remote = RemoteWork.Partial, NightOrHoliday = true, Benefits = "Cantine",
                Tutor = "Alix Essai", RomeCodes = "M1805;M1810", IsAccessible = true, ApplyUrl = "https://emplois.example/web", ApplyPhone = "+33 4 00 00 00 00",
            },
            kept.Terms);
        Assert.Equal(("WEB-7", 3), (kept.Reference, kept.PublicationMonths));
        await host.SettleAsync();
        var hit = await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None));
        Assert.Equal(kept.Terms, hit!.Offer.Terms);
        var record = await recruiter.GetAsync($"/offers/{id}");
        foreach (var shown in (string[])["3", "en partie à distance", "21/05/2027", "37,5", "1200,5 € par mois", "Cantine", "Alix Essai", "M1805, M1810", "WEB-7", "https://emplois.example/web"])
        {
            Assert.Contains(shown, record.All(".facts dd").SelectMany(dd => dd.Split(" · ")));
        }
        // Nothing is different when the page is saved as it is.
        var again = await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}/edit"), "#offer");
        Assert.Equal($"/offers/{id}", again.Path);
        Assert.Equal(kept.Revision, (await host.OfferAsync(id)).Revision);
        var (other, _) = await recruiter.BeginOfferAsync("Stage web", Given.Text);
        var taken = await recruiter.PublishAsync(other, ("Input.Reference", "WEB-7"));
        Assert.NotEmpty(taken.All("#Input_Reference-error"));
    }

    [Theory, EveryDatabase]
    public async Task The_same_form_sent_fifty_times_at_once_makes_one_offer(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var form = await recruiter.GetAsync("/offers/new");
        var pages = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            recruiter.SubmitAsync(form, Given.Form, ("Input.Title", "Stage web"), ("Input.Text", Given.Text))));
        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Single(pages.Select(page => page.Path).Distinct());
        Assert.Equal(1, await host.CountAsync(db => db.Offers));
    }

    [Theory, EveryDatabase]
    public async Task A_company_that_is_not_approved_keeps_its_offer_to_itself(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        await host.WithAsync<RecruitingDb>(db => db.Companies.Where(c => c.ActiveSiret == Given.Acme)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CompanyStatus.PendingReview)));
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, ranking) = await Given.PostAsync(recruiter);
        Assert.Contains("attend l’accord", ranking.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Envoyer aux formations cochées", ranking.All(Given.Form + " button"));
        Assert.Equal(OfferStatus.AwaitingCompany, (await host.OfferAsync(id)).Status);
        await host.SettleAsync();
        Assert.Null(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));
    }

    [Theory, EveryDatabase]
    public async Task An_edited_offer_shows_and_tells_its_new_text(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var form = await recruiter.GetAsync($"/offers/{id}/edit");
        var record = await recruiter.SubmitAsync(form, Given.Form, ("Input.Text", "Première ligne de trente caractères\r\n<i>seconde</i>"), ("Input.City", "Lyon"));
        Assert.Equal($"/offers/{id}", record.Path);
        Assert.Equal("Première ligne de trente caractères\n<i>seconde</i>", record.Document.QuerySelector("p.text")!.TextContent);
        var revision = (await host.OfferAsync(id)).Revision;
        await host.SettleAsync();
        var hit = await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None));
        Assert.Equal(("Lyon", revision), (hit!.Offer.City, hit.Offer.Revision));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "9")]
    public async Task The_offer_of_another_company_answers_as_if_it_did_not_exist(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var owner = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(owner);
        var revision = (await host.OfferAsync(id)).Revision;
        var stranger = await host.AsRecruiterAsync(Given.Globex);
        var own = await Given.PostAsync(stranger);
        foreach (var address in (string[])["/offers/{0}", "/offers/{0}/edit", "/offers/{0}/renew", "/offers/{0}/ranking", "/offers/{0}/transmissions", "/offers/{0}/transmissions?format=csv"])
        {
            var theirs = await stranger.GetAsync(Address(address, id));
            var unknown = await stranger.GetAsync(Address(address, Guid.NewGuid()));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.Status, unknown.Status));
            Assert.Equal(unknown.Text, theirs.Text);
        }
        foreach (var address in (string[])["/offers/{0}/edit", "/offers/{0}/edit?handler=Publish", "/offers/{0}/edit?handler=Autosave", "/offers/{0}/renew", "/offers/{0}/ranking", "/offers/{0}?handler=Withdraw",
                     "/offers/{0}?handler=Restore", "/offers/{0}?handler=Fill", "/offers/{0}?handler=Duplicate"])
        {
            var token = (await stranger.GetAsync($"/offers/{own.Id}/edit")).Document.QuerySelector(Given.Form + " [name='__RequestVerificationToken']")!;
            (string, string)[] form =
                [("__RequestVerificationToken", token.GetAttribute("value")!), ("Input.Title", "À moi"), ("Input.Text", Given.Text), ("Chosen", $"{Guid.NewGuid()}")];
            var theirs = await stranger.PostAsync(Address(address, id), form);
            var unknown = await stranger.PostAsync(Address(address, Guid.NewGuid()), form);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.Status, unknown.Status));
            Assert.Equal(unknown.Text, theirs.Text);
        }
        Assert.DoesNotContain($"{id}", (await stranger.GetAsync("/offers")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("développement web", await Csv(stranger, "/offers?format=csv&q=Acme"), StringComparison.Ordinal);
        var offer = await host.OfferAsync(id);
        Assert.Equal(("Stage développement web", OfferStatus.Published, revision), (offer.Title, offer.Status, offer.Revision));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_but_a_recruiter_opens_these_pages(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var (id, _) = await Given.PostAsync(await host.AsRecruiterAsync(Given.Acme));
        var student = await host.AsAsync(Roles.Student);
        foreach (var address in (string[])["/offers", "/offers/new", $"/offers/{id}", $"/offers/{id}/edit", $"/offers/{id}/ranking", $"/offers/{id}/transmissions"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync(address)).Status);
            Assert.StartsWith("/account/login", (await host.Anonymous().GetAsync(address)).Path, StringComparison.Ordinal);
        }
    }

    [Theory, EveryDatabase, Trait("Acceptance", "12")]
    public async Task A_withdrawn_offer_comes_back_as_it_was_for_thirty_days(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        await host.SettleAsync();
        var before = await host.OfferAsync(id);
        Assert.NotNull(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));

        var withdrawn = await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}"), "form[action*='Withdraw']");
        Assert.Contains("Annuler le retrait", withdrawn.Text, StringComparison.Ordinal);
        await host.SettleAsync();
        Assert.Null(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));
        Assert.Equal(HttpStatusCode.OK, (await recruiter.GetAsync($"/offers/{id}/edit")).Status);
        Assert.Equal(OfferStatus.Withdrawn, (await host.OfferAsync(id)).Status);

        host.Clock.Advance(TimeSpan.FromDays(29));
        recruiter = await host.AsRecruiterAsync(Given.Acme);
        var back = await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}"), "form[action*='Restore']");
        Assert.Contains("telle qu’elle était", back.Text, StringComparison.Ordinal);
        var after = await host.OfferAsync(id);
        Assert.Equal(before.Fields, after.Fields);
        Assert.Equal((before.Status, before.PostedAt, before.EndsAt, before.Domain), (after.Status, after.PostedAt, after.EndsAt, after.Domain));
        await host.SettleAsync();
        Assert.NotNull(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));
    }

    [Theory, EveryDatabase]
    public async Task After_thirty_days_a_withdrawal_stays(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}"), "form[action*='Withdraw']");
        host.Clock.Advance(TimeSpan.FromDays(30));
        recruiter = await host.AsRecruiterAsync(Given.Acme);
        var record = await recruiter.GetAsync($"/offers/{id}");
        Assert.DoesNotContain("Annuler le retrait", record.Text, StringComparison.Ordinal);
        var token = (await recruiter.GetAsync("/offers/new")).Document.QuerySelector(Given.Form + " [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var answer = await recruiter.PostAsync($"/offers/{id}?handler=Restore", ("__RequestVerificationToken", token));
        Assert.Contains("trop tard", answer.Text, StringComparison.Ordinal);
        Assert.Equal(OfferStatus.Withdrawn, (await host.OfferAsync(id)).Status);
    }

    [Theory, EveryDatabase]
    public async Task The_list_filters_sorts_and_turns_pages_by_its_address(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var rows = string.Concat(Enumerable.Range(0, 30).Select(i =>
            $"{Given.Acme},R{i},{(i == 7 ? "Éloge du béton" : $"Stage {i:00}")},\"{Given.Text}\",2026-02-{1 + (i % 28):00},{(i < 3 ? "filled" : "published")}\n"));
        await host.ImportAsync("offers", "siret,reference,title,text,date,status\n" + rows);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        Assert.Equal(25, (await recruiter.GetAsync("/offers")).All("tbody tr").Count);
        Assert.Equal(5, (await recruiter.GetAsync("/offers?p=2")).All("tbody tr").Count);
        Assert.Equal(3, (await recruiter.GetAsync("/offers?status=Filled")).All("tbody tr").Count);
        Assert.Equal(["Éloge du béton"], (await recruiter.GetAsync("/offers?q=ELOGE")).All("tbody a"));
        Assert.Equal("Éloge du béton", (await recruiter.GetAsync("/offers?sort=Title")).All("tbody a")[0]);
        Assert.Contains("Aucune offre", (await recruiter.GetAsync("/offers?q=introuvable")).Text, StringComparison.Ordinal);
        Assert.Contains("pas encore d’offre", (await (await host.AsRecruiterAsync(Given.Globex)).GetAsync("/offers")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_exported_list_holds_no_formula(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        await Given.PostAsync(recruiter, "=HYPERLINK(\"http://mal.example\")");
        await Given.PostAsync(recruiter, "+1 stage, \"vraiment\"");
        var csv = await Csv(recruiter, "/offers?format=csv&sort=Title");
        Assert.Contains("\"'=HYPERLINK(\"\"http://mal.example\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"'+1 stage, \"\"vraiment\"\"\"", csv, StringComparison.Ordinal);
        Assert.Contains("Publiée", csv, StringComparison.Ordinal);
    }

    private static string Address(string format, Guid id) => format.Replace("{0}", id.ToString(), StringComparison.Ordinal);

    private static async Task<string> Csv(Visitor visitor, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        using var answer = await visitor.SendAsync(request);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }
}
