using System.Net;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Tests;

/// <summary>What administrators decide about a company that nobody signed up.</summary>
public sealed class DecisionTests
{
    [Theory, EveryDatabase, Trait("Acceptance", "24")]
    public async Task An_imported_company_is_suspended_with_a_reason_reinstated_and_banned(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        await host.ImportAsync("offers", $"""
            siret,reference,title,text,date,status
            {Given.Acme},R1,Stage web,"{Given.Text}",2026-02-01,published
            """);
        var acme = await host.CompanyAsync(Given.Acme);
        var administrator = await host.AsAsync(Roles.Administrator);
        var record = await administrator.GetAsync($"/admin/companies/{acme.Id}");

        var refused = await administrator.SubmitAsync(record, Given.Form, ("Input.Decision", "Suspended"));
        Assert.Contains("Indiquez le motif", refused.All("#Input_Words-error")[0], StringComparison.Ordinal);
        Assert.Equal(CompanyStatus.Approved, (await host.CompanyAsync(Given.Acme)).Status);

        Assert.Contains("La décision est prise", (await DecideAsync("Suspended", "Plaintes d’étudiants.")).Text, StringComparison.Ordinal);
        Assert.Equal(CompanyStatus.Suspended, (await host.CompanyAsync(Given.Acme)).Status);
        Assert.Equal(0, await host.CountAsync(db => db.Offers.Where(o => o.Status == OfferStatus.Published)));
        var mail = Assert.Single(host.Mails());
        Assert.Equal("Acme ne peut pas recruter ici pour l’instant", mail.Subject);
        Assert.Contains("Plaintes d’étudiants.", mail.TextBody, StringComparison.Ordinal);

        await DecideAsync("Approved");
        Assert.Equal(1, await host.CountAsync(db => db.Offers.Where(o => o.Status == OfferStatus.Published)));
        await DecideAsync("Banned", "Faux stages.");
        Assert.Equal((CompanyStatus.Banned, null), ((await host.CompanyAsync(Given.Acme)).Status, (await host.CompanyAsync(Given.Acme)).ActiveSiret));
        Assert.Equal(["Plaintes d’étudiants.", "", "Faux stages."], (await host.HistoryAsync(acme.Id)).Select(c => c.Words));
        Assert.NotEmpty((await host.Anonymous().GetAsync("/account/register/recruiter?q=" + Given.Acme)).All("#q-error"));
        Assert.Empty((await administrator.GetAsync($"/admin/companies/{acme.Id}")).All("button[name='Input.Decision']"));
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.PostAsync($"/admin/companies/{acme.Id}?handler=Decide")).Status);

        async Task<Page> DecideAsync(string decision, string words = "")
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            var page = await administrator.GetAsync($"/admin/companies/{acme.Id}");
            var told = await administrator.SubmitAsync(page, Given.Form, ("Input.Decision", decision), ("Input.Words", words));
            await host.SettleAsync();
            return told;
        }
    }

    [Theory, EveryDatabase]
    public async Task A_company_that_signed_up_is_decided_in_its_request_only(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AsksAsync("a@initech.example", SignedUp.Form());
        var initech = await host.CompanyAsync(SignedUp.NewSiret);
        await host.DecidesAsync(initech.Id, CompanyDecision.Approved);
        var administrator = await host.AsAsync(Roles.Administrator);
        var record = await administrator.GetAsync($"/admin/companies/{initech.Id}");
        Assert.Empty(record.All("button[name='Input.Decision']"));
        Assert.Equal($"/admin/approvals?state=All&q={SignedUp.NewSiret}", record.Document.QuerySelector("main a[href*='approvals']")!.GetAttribute("href"));
        var other = await administrator.GetAsync($"/admin/companies/{(await ImportedAsync(host)).Id}");
        other.Document.QuerySelector(Given.Form)!.SetAttribute("action", $"/admin/companies/{initech.Id}?handler=Decide");
        var forged = await administrator.SubmitAsync(other, Given.Form, ("Input.Words", "Motif"), ("Input.Decision", "Suspended"));
        Assert.Contains("a changé entre-temps", forged.Text, StringComparison.Ordinal);
        Assert.Equal(CompanyStatus.Approved, (await host.CompanyAsync(SignedUp.NewSiret)).Status);
    }

    private static async Task<Company> ImportedAsync(TestHost host)
    {
        await host.ImportAsync("companies", $"""
            siret,legal_name,trade_name,naf,kind,city
            {Given.Globex},Globex,,,association,Lyon
            """);
        return await host.CompanyAsync(Given.Globex);
    }
}
