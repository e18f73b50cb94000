using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Tests;

public sealed class MergeTests
{
    [Theory, EveryDatabase]
    public async Task Everything_follows_and_the_totals_stay(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.TrainAsync();
        var ending = await host.AsRecruiterAsync(Given.Globex);
        var staying = await host.AsRecruiterAsync(Given.Acme);
        await host.ImportAsync("offers", $"""
            siret,reference,title,text,date,status,sent_to
            {Given.Acme},R1,Stage web,"{Given.Text}",2026-02-01,published,INFO
            {Given.Globex},R1,Stage mobile,"{Given.Text}",2026-02-02,published,INFO
            {Given.Globex},R2,Stage ancien,"{Given.Text}",2025-02-02,filled,BIO
            """);
        var (open, _) = await Given.PostAsync(ending);
        await ending.SubmitAsync(await ending.GetAsync($"/offers/{open}/ranking?q=e"), Given.Form, ("Chosen", $"{await host.ProgrammeAsync("CIVIL")}"));
        await ending.SubmitAsync(await ending.GetAsync("/company/contacts"), Given.Form, ("Input.Name", "Dominique"), ("Input.Email", "d@globex.example"));
        await host.SettleAsync();
        var (acme, globex) = (await host.CompanyAsync(Given.Acme), await host.CompanyAsync(Given.Globex));
        var before = await TotalsAsync(host);

        var administrator = await host.AsAsync(Roles.Administrator);
        var search = await administrator.SubmitAsync(await administrator.GetAsync($"/admin/companies/{globex.Id}/merge"), "main form.filters", ("q", "acme"));
        Assert.Equal(["Acme"], search.All(".results a"));
        var preview = await administrator.GetAsync($"/admin/companies/{globex.Id}/merge?into={acme.Id}");
        Assert.Equal(["3", "3", "1", "1"], preview.All("dl.facts dd"));
        Assert.Contains(preview.All("tbody tr"), row => row.Contains("Globex", StringComparison.Ordinal) && row.Contains("ACME SAS", StringComparison.Ordinal));
        var done = await administrator.SubmitAsync(preview, Given.Form);
        Assert.Equal($"/admin/companies/{acme.Id}", done.Path);
        Assert.Contains("Globex", done.Text, StringComparison.Ordinal);
        await host.SettleAsync();

        Assert.Equal(before, await TotalsAsync(host));
        Assert.Equal(4, await host.CountAsync(db => db.Offers.Where(o => o.CompanyId == acme.Id)));
        Assert.Equal(0, await host.CountAsync(db => db.Offers.Where(o => o.CompanyId == globex.Id)));
        var closed = await host.CompanyAsync(Given.Globex);
        Assert.Equal((CompanyStatus.Closed, acme.Id, null), (closed.Status, closed.MergedIntoId, closed.ActiveSiret));
        Assert.Equal($"/admin/companies/{acme.Id}", (await administrator.GetAsync($"/admin/companies/{globex.Id}")).Path);
        Assert.Contains("R1 (35600000000048)", await host.WithAsync<RecruitingDb, List<string?>>(db => db.Offers.Select(o => o.Reference).ToListAsync()));
        var hit = await host.WithAsync<IOfferSearch, OfferHit?>(found => found.FindAsync(open, CancellationToken.None));
        Assert.Equal((acme.Id, "Acme"), (hit!.Offer.CompanyId, hit.Offer.CompanyName));
        var other = await host.SignInAsync($"recruteur-{Given.Globex}@essais.example");
        Assert.Contains("Acme", (await other.GetAsync("/company")).Text, StringComparison.Ordinal);
        Assert.Equal(acme.Id, (await host.WithAsync<ICompanies, CompanyFacts?>(c => c.FindBySiretAsync(Given.Globex, CancellationToken.None)))!.Id);
    }

    [Theory, EveryDatabase]
    public async Task What_waits_with_a_company_not_approved_leaves_with_the_merger_but_its_recruiter_has_to_be_accepted(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        var account = await host.AsksAsync("a@initech.example", SignedUp.Form());
        var recruiter = await host.SignInAsync("a@initech.example");
        var (id, _) = await Given.PostAsync(recruiter);
        var page = await recruiter.GetAsync($"/offers/{id}/ranking?q=e");
        await recruiter.SubmitAsync(page, Given.Form, ("Chosen", $"{await host.ProgrammeAsync("CIVIL")}"));
        var (acme, initech) = (await host.CompanyAsync(Given.Acme), await host.CompanyAsync(SignedUp.NewSiret));
        var administrator = await host.AsAsync(Roles.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/admin/companies/{initech.Id}/merge?into={acme.Id}"), Given.Form);
        await host.SettleAsync();
        Assert.Equal((OfferStatus.Published, acme.Id), ((await host.OfferAsync(id)).Status, (await host.OfferAsync(id)).CompanyId));
        Assert.Equal(1, await host.CountAsync(db => db.Transmissions));
        Assert.Equal((RecruiterState.Waiting, acme.Id), ((await host.RecruiterAsync(account)).State, (await host.RecruiterAsync(account)).CompanyId));
    }

    [Theory, EveryDatabase]
    public async Task No_ban_is_lost_and_only_an_approved_company_takes_another_over(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var (acme, globex) = (await host.CompanyAsync(Given.Acme), await host.CompanyAsync(Given.Globex));
        var administrator = await host.AsAsync(Roles.Administrator);
        var preview = await administrator.GetAsync($"/admin/companies/{globex.Id}/merge?into={acme.Id}");
        await host.DecidesAsync(globex.Id, CompanyDecision.Banned, "fraud");
        Assert.Contains("ne peuvent pas être fusionnées", (await administrator.SubmitAsync(preview, Given.Form)).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(CompanyStatus.Banned, (await host.CompanyAsync(Given.Globex)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/admin/companies/{Guid.NewGuid()}/merge")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/admin/companies/{Guid.NewGuid()}")).Status);
    }

    [Theory, EveryDatabase]
    public async Task Administrators_alone_list_search_and_export_companies(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var administrator = await host.AsAsync(Roles.Administrator);
        Assert.Equal(["Acme", "Globex"], (await administrator.GetAsync("/admin/companies")).All("tbody a"));
        Assert.Equal(["Globex"], (await administrator.GetAsync("/admin/companies?q=LYON")).All("tbody a"));
        Assert.Equal(["Acme"], (await administrator.GetAsync("/admin/companies?q=732+829+320+00074")).All("tbody a"));
        Assert.Empty((await administrator.GetAsync("/admin/companies?status=Banned")).All("tbody a"));
        Assert.Contains("73282932000074", (await administrator.GetAsync("/admin/companies?format=csv")).Html, StringComparison.Ordinal);
        var acme = await host.CompanyAsync(Given.Acme);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        foreach (var path in (string[])["/admin/companies", "/admin/companies?format=csv", $"/admin/companies/{acme.Id}", $"/admin/companies/{acme.Id}/merge"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync(path)).Status);
            Assert.StartsWith("/account/login", (await host.Anonymous().GetAsync(path)).Path, StringComparison.Ordinal);
        }
    }

    [Theory, EveryDatabase]
    public async Task Trust_facts_have_a_source_and_name_what_is_the_same_elsewhere(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        await host.AsksAsync("a@initech.example", SignedUp.Form());
        var first = await host.CompanyAsync(SignedUp.NewSiret);
        var account = await host.AsksAsync("b@gmail.com", SignedUp.Form("41816609600010", "Initrode"));
        var second = await host.CompanyAsync("41816609600010");
        await host.DecidesAsync(first.Id, CompanyDecision.Rejected, "doubt");
        var facts = await FactsAsync(host, new TrustSubject(account, "b@gmail.com", second.Id));
        Assert.All(facts, fact => Assert.NotEqual("", fact.Source));
        foreach (var part in (string[])["gmail.com donne une adresse", "le site de initech.example", "Même adresse postale : Initech", "Même site : Initech", "Déjà refusée ou bannie sous ce SIREN : Initech", "Connue ici depuis"])
        {
            Assert.Contains(facts, fact => fact.Text.Contains(part, StringComparison.Ordinal));
        }
        var good = await FactsAsync(host, new TrustSubject(Guid.NewGuid(), "x@rh.initech.example", second.Id));
        Assert.Contains(good, fact => fact.Tone is TrustTone.Good && fact.Text.Contains("du domaine du site", StringComparison.Ordinal));
        var manager = await FactsAsync(host, new TrustSubject(Guid.NewGuid(), "x@yopmail.com", null));
        Assert.Contains("jetables", Assert.Single(manager).Text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<TrustFact>> FactsAsync(TestHost host, TrustSubject subject)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var own = scope.ServiceProvider.GetServices<ITrustFacts>().Single(t => t.GetType().Assembly == typeof(RecruitingDb).Assembly);
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("fr");
        return await own.AboutAsync(subject, CancellationToken.None);
    }

    private static async Task<(int, int, int, int)> TotalsAsync(TestHost host) => (
        await host.CountAsync(db => db.Offers), await host.CountAsync(db => db.Transmissions), await host.CountAsync(db => db.Recruiters),
        await host.CountAsync(db => db.Contacts));
}
