using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Tests;

public sealed class PastCompaniesTests
{
    [Theory, EveryDatabase]
    public async Task Companies_come_by_what_their_offers_were_about_and_show_only_what_contacts_agreed_to(Database database)
    {
        await using var host = await WithPastAsync(database);
        await host.WithAsync<RecruitingDb>(async db =>
        {
            var acme = await db.Companies.Where(c => c.LegalName == "ACME SAS").Select(c => c.Id).SingleAsync();
            db.AddRange(
                Contact.Of(acme, new ContactDetails("Alix Visible", "Direction", "alix@acme.example", "0400000000", true, ContactFields.Name | ContactFields.Email)),
                Contact.Of(acme, new ContactDetails("Camille Silence", null, "camille@acme.example", null, false, ContactFields.All)),
                Contact.Of(acme, new ContactDetails("Dominique Cache", null, "dominique@acme.example", null, true, ContactFields.Name)));
            await db.SaveChangesAsync();
        });

        var found = await FindAsync(host, new WorkSought("informatics", []));
        Assert.Equal([("Acme", 2, new DateOnly(2026, 2, 1)), ("Globex", 1, new DateOnly(2025, 6, 1))], found.Select(c => (c.Name, c.Offers, c.Last)));
        Assert.Equal(new CompanyContact("Acme", "Alix Visible", null, "alix@acme.example", null), Assert.Single(found[0].Contacts));
        Assert.Equal(["Acme"], (await host.WithAsync<IPastCompanies, IReadOnlyList<CompanyContact>>(p => p.ContactsAsync("informatics", [], 5, default))).Select(c => c.Company));
        Assert.Empty(await host.WithAsync<IPastCompanies, IReadOnlyList<CompanyContact>>(p => p.ContactsAsync("informatics", [found[0].Id], 5, default)));

        // Who asked for the skill comes first; of a domain that is not known, only they.
        var skilled = await FindAsync(host, new WorkSought("informatics", ["cobol", "sql"]));
        Assert.Equal([("Globex", "cobol"), ("Acme", "")], skilled.Select(c => (c.Name, string.Join(',', c.Skills))));
        Assert.Equal(["Globex"], (await FindAsync(host, new WorkSought(null, ["cobol"]))).Select(c => c.Name));
        Assert.Equal(["Globex"], (await FindAsync(host, new WorkSought("informatics", [], City: "lyon"))).Select(c => c.Name));
        Assert.Equal(["Acme"], (await FindAsync(host, new WorkSought("informatics", [], OfferKind.Apprenticeship))).Select(c => c.Name));
        Assert.Empty(await FindAsync(host, new WorkSought("health", [])));
        Assert.Empty(await FindAsync(host, new WorkSought(null, [])));
    }

    [Theory, EveryDatabase]
    public async Task A_recruiter_takes_the_own_company_off_the_list_and_no_merger_brings_it_back(Database database)
    {
        await using var host = await WithPastAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Globex);
        var page = await recruiter.GetAsync("/company");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => recruiter.SubmitAsync(page, "form[action*='Unlist']")));
        Assert.Equal(["Acme"], (await FindAsync(host, new WorkSought("informatics", []))).Select(c => c.Name));
        var back = await recruiter.SubmitAsync(await recruiter.GetAsync("/company"), "form[action*='handler=List']");
        Assert.Equal(2, (await FindAsync(host, new WorkSought("informatics", []))).Count);

        await recruiter.SubmitAsync(back, "form[action*='Unlist']");
        var (acme, globex) = (await host.CompanyAsync(Given.Acme), await host.CompanyAsync(Given.Globex));
        var administrator = await host.AsAsync(Roles.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/admin/companies/{globex.Id}/merge?into={acme.Id}"), Given.Form);
        Assert.Equal(CompanyStatus.Closed, (await host.CompanyAsync(Given.Globex)).Status);
        Assert.Empty(await FindAsync(host, new WorkSought("informatics", [])));
    }

    [Theory, EveryDatabase]
    public async Task A_company_is_mailed_once_a_day_at_most_and_an_unknown_link_is_not_found(Database database)
    {
        await using var host = await WithPastAsync(database);
        var acme = (await host.CompanyAsync(Given.Acme)).Id;
        var visitor = host.Anonymous();
        var page = await visitor.GetAsync($"/companies/{acme}/opt-out");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => visitor.SubmitAsync(page, "main form")));
        await visitor.SubmitAsync(page, "main form");
        await host.SettleAsync();
        Assert.Equal("lou@acme.example", Assert.Single(host.Mails()).To.Mailboxes.Single().Address);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("le lien vient de lui être envoyé", (await visitor.SubmitAsync(page, "main form")).Text);
        await host.SettleAsync();
        Assert.Equal(2, host.Mails().Count);

        foreach (var nothing in new[] { $"/companies/{Guid.NewGuid()}/opt-out", "/companies/opt-out/00000000000000000000000000000000" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(nothing)).Status);
        }
    }

    private static Task<IReadOnlyList<PastCompany>> FindAsync(TestHost host, WorkSought work) =>
        host.WithAsync<IPastCompanies, IReadOnlyList<PastCompany>>(past => past.FindAsync(work, 5, default));

    // Offers of before, and what the model says of them.
    private static async Task<TestHost> WithPastAsync(Database database)
    {
        var host = await Given.CompaniesAsync(database);
        Assert.Empty((await host.ImportAsync("offers", $"""
            siret,reference,title,text,kind,date,status,contact_email
            {Given.Acme},A1,Stage web,"{Given.Text}",internship,2026-02-01,filled,lou@acme.example
            {Given.Acme},A2,Alternance web,"{Given.Text}",apprenticeship,2025-02-01,expired,Lou@acme.example
            {Given.Acme},A3,Stage retiré,"{Given.Text}",internship,2025-02-01,withdrawn,
            {Given.Globex},G1,Stage mobile,"{Given.Text}",internship,2025-06-01,expired,
            """)).Errors);
        await host.WithAsync<RecruitingDb>(async db =>
        {
            var tags = (await db.Offers.Select(o => new { o.Id, o.Reference, o.Revision }).ToListAsync()).ConvertAll(o => new OfferTags(
                o.Id, o.Revision, 99, "informatics", 1, o.Reference == "G1" ? [new SkillFound("cobol", "Cobol", "Cobol"), new SkillFound("teamwork", "Équipe", "Team", IsGeneral: true)] : [], [], 0, Strength.None, null));
            // Delivered twice.
            for (var i = 0; i < 2; i++) db.Publish(new OffersTagged(tags));
            await db.SaveChangesAsync();
        });
        await host.SettleAsync();
        Assert.Equal(1, await host.CountAsync(db => db.OfferSkills));
        return host;
    }
}
