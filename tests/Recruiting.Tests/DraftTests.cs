using System.Net;
using System.Text.Json;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Tests;

public sealed class DraftTests
{
    private const string Rich = "Stage développement web de 6 mois à partir de mars 2027, niveau Bac+5, 35 h/semaine, 4,50 € de l'heure, à Valence, télétravail 2 jours.";

    [Theory, EveryDatabase]
    public async Task What_the_text_says_is_proposed_with_its_words_and_taken_by_one_click_without_losing_what_was_typed(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.BeginOfferAsync("", Rich);
        var form = await recruiter.GetAsync($"/offers/{id}/edit");
        Assert.Contains("Lu dans « 6 mois » : 26 semaines Reprendre", form.All(".proposal"));
        Assert.Contains("Lu dans « à Valence » : Valence Reprendre", form.All(".proposal"));

        var one = await recruiter.PressAsync(form, "button[name=field][value=Pay]", ("Input.Tutor", "Alix Essai"), ("Input.WeeklyHours", "beaucoup"));
        Assert.Equal("4,5", one.Document.QuerySelector("#Input_Pay")!.GetAttribute("value"));
        Assert.Equal(("Alix Essai", "beaucoup"), (one.Document.QuerySelector("#Input_Tutor")!.GetAttribute("value"), one.Document.QuerySelector("#Input_WeeklyHours")!.GetAttribute("value")));
        Assert.Equal((4.5m, "Alix Essai", null), (await TermsAsync(host, id)) is var t ? (t.Pay, t.Tutor, t.WeeklyHours) : default);

        var all = await recruiter.PressAsync(one, "button[name=field][value=all]", ("Input.WeeklyHours", ""));
        Assert.Empty(all.All(".proposal"));
        var sent = await recruiter.PressAsync(all, Posting.Publish);
        Assert.EndsWith("/ranking", sent.Path, StringComparison.Ordinal);
        var offer = await host.OfferAsync(id);
        Assert.Equal(
            ("Stage développement web", OfferStatus.Published, new DateOnly(2027, 3, 1), 26, "Valence", "Bac+5"),
            (offer.Title, offer.Status, offer.Starts!.Value, offer.DurationWeeks!.Value, offer.City!, offer.Level!));
        Assert.Equal((35m, RemoteWork.Partial, PayUnit.Hour), (offer.Terms.WeeklyHours, offer.Terms.Remote!.Value, offer.Terms.PayUnit));
    }

    [Theory, EveryDatabase]
    public async Task Programmes_ticked_for_a_draft_get_it_when_it_is_published_and_once(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.AsManagerAsync("IUT", "gestion@essais.example");
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.BeginOfferAsync("Stage web", Given.Text);
        var ranking = await recruiter.GetAsync($"/offers/{id}/ranking?q=e");
        var form = await recruiter.SubmitAsync(ranking, Given.Form, ("Chosen", $"{await host.ProgrammeAsync("COMPTA")}"), ("Chosen", $"{await host.ProgrammeAsync("CIVIL")}"));
        Assert.Equal($"/offers/{id}/edit", form.Path);
        Assert.Contains("Publier et envoyer à 2 formations", form.All("#offer .btn-primary"));
        await host.SettleAsync();
        Assert.Empty(host.Mails());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => recruiter.PressAsync(form, Posting.Publish, [.. Posting.Needed])));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, $"/offers/{id}/transmissions"), (answer.Status, answer.Path)));
        await host.SettleAsync();
        Assert.Equal(2, await host.CountAsync(db => db.Transmissions));
        Assert.Equal(0, await host.CountAsync(db => db.Wanted));
        Assert.Equal(2, host.Mails().Count(mail => mail.To.Mailboxes.Any(to => to.Address == "gestion@essais.example")));
        Assert.Equal(
            [(null, OfferStatus.Draft, OfferDeed.Created), (OfferStatus.Draft, OfferStatus.Published, OfferDeed.Published)],
            (await host.ChangesAsync(id)).Select(c => (c.From, c.To, c.Deed)));
    }

    [Theory, EveryDatabase]
    public async Task A_draft_saves_itself_from_the_first_words_and_goes_on_where_it_stands(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var form = await recruiter.GetAsync("/offers/new");
        var first = await SaveAsync(recruiter, form, "/offers/new?handler=Autosave", ("Input.Text", "Nous"));
        var address = first.GetProperty("address").GetString()!;
        Assert.Matches("^/offers/[0-9a-f-]{36}/edit$", address);
        Assert.Equal("Enregistré à 10:00", first.GetProperty("said").GetString());
        var second = await SaveAsync(recruiter, form, "/offers/new?handler=Autosave", ("Input.Text", "Nous cherchons"), ("Revision", $"{first.GetProperty("revision")}"));
        Assert.Equal(2, second.GetProperty("revision").GetInt32());
        Assert.Equal(1, await host.CountAsync(db => db.Offers));

        // What is wrong is left as it was; the rest is kept.
        var edit = await recruiter.GetAsync(address);
        Assert.Equal("Nous cherchons", edit.Document.QuerySelector("#Input_Text")!.TextContent.Trim());
        await SaveAsync(recruiter, edit, address + "?handler=Autosave", ("Input.Text", "Nous cherchons quelqu’un"), ("Input.WeeklyHours", "99"), ("Input.City", "Lyon"));
        var offer = await host.OfferAsync(Guid.Parse(address.Split('/')[2]));
        Assert.Equal(("Nous cherchons quelqu’un", "Lyon", (decimal?)null), (offer.Text, offer.City, offer.Terms.WeeklyHours));
    }

    [Theory, EveryDatabase]
    public async Task Two_tabs_that_change_the_same_draft_lose_neither_text(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.BeginOfferAsync("Stage web", Given.Text);
        var (one, other) = (await recruiter.GetAsync($"/offers/{id}/edit"), await recruiter.GetAsync($"/offers/{id}/edit"));
        await recruiter.SubmitAsync(one, "#offer", ("Input.Title", "Stage d’un onglet"));
        var silent = await SaveAsync(recruiter, other, $"/offers/{id}/edit?handler=Autosave", ("Input.Title", "Stage de l’autre onglet"));
        Assert.Equal(JsonValueKind.Null, silent.GetProperty("revision").ValueKind);
        var conflict = await recruiter.SubmitAsync(other, "#offer", ("Input.Title", "Stage de l’autre onglet"));
        Assert.Contains("modifiée entre-temps", conflict.All(".form-errors")[0], StringComparison.Ordinal);
        Assert.Contains("Stage d’un onglet", conflict.All("[aria-labelledby=theirs] dd"));
        Assert.Equal("Stage de l’autre onglet", conflict.Document.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal("Stage d’un onglet", (await host.OfferAsync(id)).Title);
        await recruiter.SubmitAsync(conflict, "#offer");
        Assert.Equal("Stage de l’autre onglet", (await host.OfferAsync(id)).Title);
    }

    [Theory, EveryDatabase]
    public async Task An_offer_that_says_the_same_as_another_one_is_shown_before_it_is_published(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (first, _) = await Given.PostAsync(recruiter);
        await Given.PostAsync(await host.AsRecruiterAsync(Given.Globex));
        await Given.PostAsync(recruiter, "Comptabilité", "Tenir la comptabilité générale, préparer la paie et les déclarations fiscales.");
        var (id, _) = await recruiter.BeginOfferAsync("Stage développeuse web", Given.Text + " Dès juin.");
        var warned = await recruiter.PublishAsync(id, ("PostAnyway", "false"));
        Assert.Equal([$"/offers/{first}"], warned.Document.QuerySelectorAll("[aria-labelledby=twins] a").Select(a => a.GetAttribute("href")));
        Assert.Equal(OfferStatus.Draft, (await host.OfferAsync(id)).Status);
        await recruiter.PressAsync(warned, "button[name=PostAnyway]");
        Assert.Equal(OfferStatus.Published, (await host.OfferAsync(id)).Status);
    }

    private static async Task<OfferTerms> TermsAsync(TestHost host, Guid id) => (await host.OfferAsync(id)).Terms;

    private static async Task<JsonElement> SaveAsync(Visitor visitor, Page page, string path, params (string Name, string Value)[] values)
    {
        var fields = page.Document.QuerySelectorAll("main form[data-autosave] input[type=hidden]").Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? ""));
        var answer = await visitor.PostAsync(path, [.. fields.Where(f => !values.Any(v => v.Name == f.Name)), .. values]);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return JsonDocument.Parse(answer.Html).RootElement;
    }
}
