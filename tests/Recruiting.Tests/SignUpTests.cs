using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Tests;

/// <summary>The recruiter's door, up to the mail that asks to confirm the address.</summary>
public sealed class SignUpTests
{
    private static readonly (string, string?)[] Account =
        [("Account.Name", "Camille Essai"), ("Account.Email", "camille@initech.example"), ("Account.Password", TestHost.Password)];

    private static readonly (string, string?)[] Company = [("Input.LegalName", "Initech SARL"), ("Input.City", "Grenoble"), ("Input.Naf", "62.01Z")];

    [Theory, EveryDatabase, Trait("Acceptance", "1")]
    public async Task A_wrong_SIRET_is_said_beside_its_field_and_everything_else_is_kept(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var visitor = host.Anonymous();
        var form = await visitor.GetAsync("/account/register/recruiter/new");
        var again = await visitor.SubmitAsync(form, Given.Form, [.. Account, .. Company, ("Input.Siret", "73282932000075")]);
        Assert.Contains("73282932000075", again.All("#Input_Siret-error")[0], StringComparison.Ordinal);
        Assert.NotNull(again.Document.QuerySelector(".form-errors a[href='#Input_Siret']"));
        Assert.Single(again.All(".form-errors li"));
        Assert.Equal("Initech SARL", again.Document.QuerySelector("#Input_LegalName")!.GetAttribute("value"));
        Assert.Equal("62.01Z", again.Document.QuerySelector("#Input_Naf")!.GetAttribute("value"));
        Assert.Equal("camille@initech.example", again.Document.QuerySelector("[name='Account.Email']")!.GetAttribute("value"));
        Assert.DoesNotContain(TestHost.Password, again.Html, StringComparison.Ordinal);
        Assert.Equal(0, await host.CountAsync(db => db.Companies));

        foreach (var (name, value) in new[] { ("Input.Naf", "62.1"), ("Input.InseeCode", "2C004"), ("Input.Siret", ""), ("Input.Country", "Suisse") })
        {
            var wrong = await visitor.SubmitAsync(form, Given.Form, [.. Account, .. Company.Where(f => f.Item1 != name), .. name == "Input.Siret" ? [] : new[] { ("Input.Siret", (string?)Given.Acme) }, (name, value)]);
            Assert.NotEmpty(wrong.All($"#{(name == "Input.Country" ? "Input_Siret" : name.Replace('.', '_'))}-error"));
        }
        var sent = await visitor.SubmitAsync(form, Given.Form, [.. Account, .. Company, ("Input.Siret", "732 829 320 00074")]);
        Assert.Equal("/account/register/sent", sent.Path);
        Assert.Equal(0, await host.CountAsync(db => db.Companies));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "2")]
    public async Task A_known_SIRET_is_offered_to_be_joined_before_and_after_the_form(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var visitor = host.Anonymous();
        var start = await visitor.GetAsync("/account/register/recruiter");
        var found = await visitor.SubmitAsync(start, "main form", ("q", "732 829 320 00074"));
        Assert.Contains("déjà ici", found.Text, StringComparison.Ordinal);
        Assert.Contains("Acme", found.Text, StringComparison.Ordinal);
        var join = await visitor.GetAsync(found.Document.QuerySelector(".results a")!.GetAttribute("href")!);
        Assert.Equal("/account/register/sent", (await visitor.SubmitAsync(join, Given.Form, Account)).Path);

        var form = await visitor.GetAsync("/account/register/recruiter/new");
        var same = await visitor.SubmitAsync(form, Given.Form, [.. Account, .. Company, ("Input.Siret", Given.Acme)]);
        var button = same.Document.QuerySelector("button[formaction]")!;
        Assert.Equal(join.Path, button.GetAttribute("formaction"));
        Assert.Equal("camille@initech.example", same.Document.QuerySelector("[name='Account.Email']")!.GetAttribute("value"));
        Assert.Equal(2, await host.CountAsync(db => db.Companies));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "2")]
    public async Task The_same_form_sent_and_confirmed_fifty_times_at_once_makes_one_company(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var visitor = host.Anonymous();
        var form = await visitor.GetAsync("/account/register/recruiter/new");
        var sent = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => visitor.SubmitAsync(form, Given.Form, [.. Account, .. Company, ("Input.Siret", Given.Acme)])));
        // Who goes on and on is asked to wait; the others are one.
        Assert.Contains(sent, page => page.Path == "/account/register/sent");
        Assert.All(sent, page => Assert.True(page.Path == "/account/register/sent" || page.Text.Contains("Trop d’essais", StringComparison.Ordinal), page.Text));
        await host.SettleAsync();
        var links = host.Mails().SelectMany(m => m.TextBody!.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Contains("/account/confirm", StringComparison.Ordinal)).Select(link => new Uri(link).PathAndQuery).ToList();
        var good = await Task.WhenAll(links.Select(visitor.GetAsync));
        // Two of one moment may each have a link that holds: they are one account all the same.
        var confirm = good.Where(page => page.Status is HttpStatusCode.OK).ToList();
        Assert.NotEmpty(confirm);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => visitor.SubmitAsync(confirm[i % confirm.Count], "main form")));
        await host.SettleAsync();
        Assert.Equal(1, await host.CountAsync(db => db.Companies));
        Assert.Equal(1, await host.CountAsync(db => db.Recruiters));
    }

    [Theory, EveryDatabase]
    public async Task A_search_by_name_shows_name_and_town_and_nothing_else(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        await host.AsRecruiterAsync(Given.Acme);
        var visitor = host.Anonymous();
        var found = await visitor.GetAsync("/account/register/recruiter?q=acmé");
        Assert.Equal(["Acme Grenoble Demander à la rejoindre"], found.All(".results li"));
        Assert.DoesNotContain(Given.Acme, found.Html, StringComparison.Ordinal);
        Assert.Empty((await visitor.GetAsync("/account/register/recruiter?q=zz")).All(".results li"));
        Assert.NotEmpty((await visitor.GetAsync("/account/register/recruiter?q=73282932000075")).All("#q-error"));
        Assert.Equal("/account/register/recruiter/new?siret=" + SignedUp.NewSiret, (await visitor.GetAsync("/account/register/recruiter?q=" + SignedUp.NewSiret)).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/account/register/recruiter/join/{Guid.NewGuid()}")).Status);
    }

    [Theory, EveryDatabase, Trait("Acceptance", "24")]
    public async Task A_banned_SIRET_is_refused_at_the_form(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var acme = await host.CompanyAsync(Given.Acme);
        await host.DecidesAsync(acme.Id, CompanyDecision.Banned, "fraud");
        var visitor = host.Anonymous();
        Assert.NotEmpty((await visitor.GetAsync("/account/register/recruiter?q=" + Given.Acme)).All("#q-error"));
        var form = await visitor.GetAsync("/account/register/recruiter/new");
        var refused = await visitor.SubmitAsync(form, Given.Form, [.. Account, .. Company, ("Input.Siret", Given.Acme)]);
        Assert.Contains("ne peut pas être inscrit", refused.All("#Input_Siret-error")[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/account/register/recruiter/join/{acme.Id}")).Status);
        Assert.Equal(2, await host.WithAsync<RecruitingDb, int>(db => db.Companies.CountAsync()));
    }
}
