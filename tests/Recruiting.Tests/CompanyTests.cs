using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;
using SmartRecruiting.Recruiting.SignUp;

namespace SmartRecruiting.Recruiting.Tests;

public sealed class CompanyTests
{
    [Theory, EveryDatabase, Trait("Acceptance", "1")]
    public async Task A_confirmed_recruiter_brings_a_new_company_that_waits_for_approval_and_is_stored_without_spaces(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var account = await host.AsksAsync("a@initech.example", SignedUp.Form("732 829 320 00074"));
        var company = await host.CompanyAsync(Given.Acme);
        Assert.Equal((CompanyStatus.PendingReview, "73282932000074", "732829320"), (company.Status, company.ActiveSiret, company.Siren));
        Assert.Equal((RecruiterState.Accepted, company.Id), ((await host.RecruiterAsync(account)).State, (await host.RecruiterAsync(account)).CompanyId));
        Assert.Equal([CompanyChange.Requested], (await host.HistoryAsync(company.Id)).Select(c => c.Reason));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "2")]
    public async Task Fifty_recruiters_who_bring_the_same_company_at_once_make_one_and_the_others_wait_to_join(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var accounts = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()).ToList();
        var requests = accounts.ConvertAll(a => SignedUp.Request(a, $"{a:N}@initech.example", RecruiterWish.Bring(SignedUp.Form())));
        await Task.WhenAll(requests.Concat(requests.Take(10)).Select(request => TakeAsync(host, request)));
        Assert.Equal(1, await host.CountAsync(db => db.Companies));
        Assert.Equal(50, await host.CountAsync(db => db.Recruiters));
        Assert.Equal(1, await host.CountAsync(db => db.Recruiters.Where(r => r.State == RecruiterState.Accepted)));
        Assert.Equal(1, await host.CountAsync(db => db.CompanyChanges));
    }

    [Theory, EveryDatabase]
    public async Task Who_asks_to_join_a_company_sees_nothing_of_it_and_its_recruiters_are_told(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var colleague = await host.AsRecruiterAsync(Given.Acme);
        var acme = await host.CompanyAsync(Given.Acme);
        await host.AsksToJoinAsync("nouveau@essais.example", acme.Id);
        Assert.Contains(host.Mails(), mail => mail.Subject.Contains("demande à rejoindre", StringComparison.Ordinal));
        var newcomer = await host.SignInAsync("nouveau@essais.example");
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.GetAsync("/company")).Status);

        var page = await colleague.GetAsync("/company");
        Assert.Contains("Demande à rejoindre", page.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_colleague_accepts_or_declines_and_only_of_the_own_company(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var colleague = await host.AsRecruiterAsync(Given.Acme);
        var stranger = await host.AsRecruiterAsync(Given.Globex);
        var acme = await host.CompanyAsync(Given.Acme);
        var first = await host.RecruiterAsync(await host.AsksToJoinAsync("un@essais.example", acme.Id));
        var second = await host.RecruiterAsync(await host.AsksToJoinAsync("deux@essais.example", acme.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(stranger, "/company?handler=Accept", ("recruiter", $"{first.Id}"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(stranger, "/company?handler=Decline", ("recruiter", $"{first.Id}"))).Status);
        Assert.Equal(RecruiterState.Waiting, (await host.RecruiterAsync(first.AccountId)).State);

        await PostAsync(colleague, "/company?handler=Accept", ("recruiter", $"{first.Id}"));
        await PostAsync(colleague, "/company?handler=Decline", ("recruiter", $"{second.Id}"));
        await host.SettleAsync();
        Assert.Equal(RecruiterState.Accepted, (await host.RecruiterAsync(first.AccountId)).State);
        Assert.Equal(RecruiterState.Declined, (await host.RecruiterAsync(second.AccountId)).State);
        Assert.Single(host.Mails(), mail => mail.To.Mailboxes.Any(to => to.Address == "deux@essais.example"));
        var newcomer = await host.SignInAsync("un@essais.example");
        Assert.Contains("Acme", (await newcomer.GetAsync("/company")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase, Trait("Acceptance", "3")]
    public async Task Offers_and_ticks_of_a_company_not_approved_leave_once_on_approval(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.AsManagerAsync("IUT", "gestion@essais.example");
        var account = await host.AsksAsync("a@initech.example", SignedUp.Form());
        var company = await host.CompanyAsync(SignedUp.NewSiret);
        var recruiter = await host.SignInAsync("a@initech.example");
        var (id, _) = await Given.PostAsync(recruiter);
        var page = await recruiter.GetAsync($"/offers/{id}/ranking?q=e");
        Assert.Contains("attend l’accord", page.Text, StringComparison.Ordinal);
        var (compta, civil, droit) = ($"{await host.ProgrammeAsync("COMPTA")}", $"{await host.ProgrammeAsync("CIVIL")}", $"{await host.ProgrammeAsync("DROIT")}");
        var kept = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => recruiter.SubmitAsync(page, Given.Form, [.. Listed(page), ("Chosen", compta), ("Chosen", civil), ("Chosen", droit)])));
        Assert.All(kept, answer => Assert.Equal((HttpStatusCode.OK, $"/offers/{id}/ranking"), (answer.Status, answer.Path)));
        Assert.Equal(3, await host.CountAsync(db => db.Wanted));
        var again = await recruiter.GetAsync($"/offers/{id}/ranking?q=droit");
        Assert.NotNull(again.Document.QuerySelector($"input[name=Chosen][value='{droit}'][checked]"));
        await recruiter.SubmitAsync(again, Given.Form, [.. Listed(again)]);
        Assert.Equal(2, await host.CountAsync(db => db.Wanted));

        await host.SettleAsync();
        Assert.Null(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));
        Assert.DoesNotContain(host.Mails(), mail => mail.To.Mailboxes.Any(to => to.Address == "gestion@essais.example"));
        Assert.Equal(0, await host.CountAsync(db => db.Transmissions));

        var approval = new CompanyDecided(company.Id, CompanyDecision.Approved, "", "", Guid.NewGuid(), host.Clock.GetUtcNow().UtcDateTime);
        await DecideAsync(host, approval);
        await DecideAsync(host, approval);
        await host.SettleAsync();
        Assert.Equal(OfferStatus.Published, (await host.OfferAsync(id)).Status);
        Assert.NotNull(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));
        Assert.Equal(2, await host.CountAsync(db => db.Transmissions));
        Assert.Equal(0, await host.CountAsync(db => db.Wanted));
        Assert.Equal(2, host.Mails().Count(mail => mail.To.Mailboxes.Any(to => to.Address == "gestion@essais.example")));
        Assert.Equal(2, (await host.HistoryAsync(company.Id)).Count);
        Assert.Equal(account, (await host.HistoryAsync(company.Id))[0].By);
    }

    [Theory, EveryDatabase]
    public async Task A_suspended_company_is_not_found_and_cannot_send_and_comes_back_when_approved_again(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var (withdrawn, _) = await Given.PostAsync(recruiter);
        await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{withdrawn}"), "form[action*='Withdraw']");
        var page = await recruiter.GetAsync($"/offers/{id}/ranking?q=e");
        var ends = (await host.OfferAsync(id)).EndsAt;
        var acme = await host.CompanyAsync(Given.Acme);
        await host.DecidesAsync(acme.Id, CompanyDecision.Suspended, "complaint", "Une plainte.");
        Assert.Equal(OfferStatus.AwaitingCompany, (await host.OfferAsync(id)).Status);
        Assert.Null(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));
        var sent = await recruiter.SubmitAsync(page, Given.Form, ("Chosen", $"{await host.ProgrammeAsync("INFO")}"));
        Assert.Contains("suspendue", sent.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.CountAsync(db => db.Transmissions));
        // What was withdrawn while the company could publish does not come back past the suspension.
        await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{withdrawn}"), "form[action*='Restore']");
        Assert.Equal(OfferStatus.AwaitingCompany, (await host.OfferAsync(withdrawn)).Status);
        var own = await recruiter.GetAsync("/company");
        Assert.Contains("Une plainte.", own.Text, StringComparison.Ordinal);

        await host.DecidesAsync(acme.Id, CompanyDecision.Approved);
        Assert.Equal((OfferStatus.Published, ends), ((await host.OfferAsync(id)).Status, (await host.OfferAsync(id)).EndsAt));
        Assert.NotNull(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)));
        Assert.NotNull(await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(withdrawn, CancellationToken.None)));
        Assert.Equal(1, await host.CountAsync(db => db.Transmissions));
    }

    [Theory, EveryDatabase]
    public async Task The_latest_decision_counts_in_whatever_order_they_arrive_and_a_ban_is_for_ever(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var acme = await host.CompanyAsync(Given.Acme);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        await host.HappensAsync(new CompanyDecided(acme.Id, CompanyDecision.Suspended, "x", "", Guid.NewGuid(), now.AddHours(2)));
        await host.HappensAsync(new CompanyDecided(acme.Id, CompanyDecision.Approved, "", "", Guid.NewGuid(), now.AddHours(1)));
        Assert.Equal(CompanyStatus.Suspended, (await host.CompanyAsync(Given.Acme)).Status);
        await host.HappensAsync(new CompanyDecided(acme.Id, CompanyDecision.Banned, "fraud", "", Guid.NewGuid(), now.AddHours(3)));
        await host.HappensAsync(new CompanyDecided(acme.Id, CompanyDecision.Approved, "", "", Guid.NewGuid(), now.AddHours(4)));
        var banned = await host.CompanyAsync(Given.Acme);
        Assert.Equal((CompanyStatus.Banned, null), (banned.Status, banned.ActiveSiret));
        Assert.Equal(4, (await host.HistoryAsync(acme.Id)).Count);
        // A banned SIRET does not come back with the next sign-up.
        await host.AsksAsync("b@initech.example", SignedUp.Form(Given.Acme));
        Assert.Equal(CompanyStatus.Banned, (await host.CompanyAsync(Given.Acme)).Status);
        Assert.Equal(2, await host.CountAsync(db => db.Companies));
    }

    [Theory, EveryDatabase]
    public async Task A_refused_company_can_sign_up_anew(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AsksAsync("a@initech.example", SignedUp.Form());
        var refused = await host.CompanyAsync(SignedUp.NewSiret);
        await host.DecidesAsync(refused.Id, CompanyDecision.Rejected, "incomplete", "Rien ne le montre.");
        var history = await host.HistoryAsync(refused.Id);
        Assert.Equal(("incomplete", "Rien ne le montre.", Roles.Administrator, host.Clock.GetUtcNow().UtcDateTime), (history[1].Reason, history[1].Words, history[1].Role, history[1].At));
        var recruiter = await host.SignInAsync("a@initech.example");
        Assert.Contains("Rien ne le montre.", (await recruiter.GetAsync("/company")).Text, StringComparison.Ordinal);
        var form = await recruiter.SubmitAsync(await recruiter.GetAsync("/offers/new"), Given.Form, ("Input.Title", "Stage web"), ("Input.Text", Given.Text));
        Assert.Contains("ne peut pas recruter ici", form.Text, StringComparison.Ordinal);
        await host.AsksAsync("b@initech.example", SignedUp.Form());
        Assert.Equal(CompanyStatus.PendingReview, (await host.CompanyAsync(SignedUp.NewSiret)).Status);
        Assert.Equal(2, await host.CountAsync(db => db.Companies));
    }

    [Theory, EveryDatabase]
    public async Task A_question_is_answered_on_the_page_of_the_company_and_asks_for_a_decision_again(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AsksAsync("a@initech.example", SignedUp.Form());
        var company = await host.CompanyAsync(SignedUp.NewSiret);
        await host.DecidesAsync(company.Id, CompanyDecision.InfoAsked, "site", "Quel est votre site ?");
        var recruiter = await host.SignInAsync("a@initech.example");
        var page = await recruiter.GetAsync("/company");
        Assert.Contains("Quel est votre site ?", page.Text, StringComparison.Ordinal);
        var empty = await recruiter.SubmitAsync(page, "form[action*='Answer']", ("Answer", " "));
        Assert.NotEmpty(empty.All("#Answer-error"));
        await recruiter.SubmitAsync(page, "form[action*='Answer']", ("Answer", "initech.example <b>"));
        Assert.Equal(CompanyStatus.PendingReview, (await host.CompanyAsync(SignedUp.NewSiret)).Status);
        var history = await host.HistoryAsync(company.Id);
        Assert.Equal(["requested", "site", "answered"], history.Select(c => c.Reason));
        Assert.Equal("initech.example <b>", history[2].Words);
        var administrator = await host.AsAsync(Roles.Administrator);
        Assert.Contains("initech.example <b>", (await administrator.GetAsync($"/admin/companies/{company.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task An_account_that_is_closed_writes_for_no_company_and_does_again_when_approved(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme, "c@essais.example");
        var account = await host.AccountAsync(Roles.Recruiter, "c@essais.example");
        await host.HappensAsync(new AccountClosed(account));
        Assert.Empty(await ClaimsAsync(host, account));
        await host.HappensAsync(new AccountApproved(account, Roles.Recruiter, "Camille Essai", "c@essais.example"));
        Assert.Single(await ClaimsAsync(host, account));
        Assert.Equal(HttpStatusCode.OK, (await recruiter.GetAsync("/company")).Status);
    }

    [Theory, EveryDatabase]
    public async Task The_company_is_edited_with_its_errors_beside_the_fields_and_open_offers_bear_the_new_name(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var form = await recruiter.GetAsync("/company/edit");
        var again = await recruiter.SubmitAsync(
            form, Given.Form, ("Input.LegalName", ""), ("Input.Naf", "62.1"), ("Input.InseeCode", "2C004"), ("Input.Website", "javascript:alert(1)"), ("Input.City", "Lyon"));
        foreach (var name in (string[])["LegalName", "Naf", "InseeCode", "Website"]) Assert.NotEmpty(again.All($"#Input_{name}-error"));
        Assert.Equal("Lyon", again.Document.QuerySelector("#Input_City")!.GetAttribute("value"));
        Assert.Equal("Acme", (await host.CompanyAsync(Given.Acme)).Name);

        var saved = await recruiter.SubmitAsync(form, Given.Form, ("Input.TradeName", "Acme Alpes"), ("Input.Siret", Given.Globex), ("Input.Naf", "62.02A"), ("Input.Website", "acme.example"));
        Assert.Equal("/company", saved.Path);
        await host.SettleAsync();
        var acme = await host.CompanyAsync(Given.Acme);
        Assert.Equal(("Acme Alpes", "62.02A", "https://acme.example"), (acme.Name, acme.Naf.ToString(), acme.Website));
        Assert.Equal("Acme Alpes", (await host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, CancellationToken.None)))!.Offer.CompanyName);
    }

    [Theory, EveryDatabase, Trait("Acceptance", "9")]
    public async Task Contacts_have_fields_that_students_do_not_see_and_belong_to_their_company_alone(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var stranger = await host.AsRecruiterAsync(Given.Globex);
        var form = await recruiter.GetAsync("/company/contacts");
        var unreachable = await recruiter.SubmitAsync(form, Given.Form, ("Input.Name", "Dominique"));
        Assert.NotEmpty(unreachable.All("#Input_Email-error"));
        await recruiter.SubmitAsync(form, Given.Form, ("Input.Name", "Dominique"), ("Input.Email", "d@acme.example"), ("Input.Phone", "04 76 00 00 00"), ("Input.TakesSpontaneous", "true"));
        var contact = await host.WithAsync<RecruitingDb, Contact>(db => db.Contacts.SingleAsync(c => c.Name == "Dominique"));
        Assert.Equal((ContactFields.All & ~ContactFields.Phone, true), (contact.Shown, contact.TakesSpontaneous));
        foreach (var path in (string[])[$"/company/contacts/{contact.Id}", $"/company/contacts/{contact.Id}?handler=Remove"])
        {
            var theirs = await PostAsync(stranger, path, ("Input.Name", "X"), ("Input.Email", "x@x.example"));
            var unknown = await PostAsync(stranger, path.Replace($"{contact.Id}", $"{Guid.NewGuid()}", StringComparison.Ordinal), ("Input.Name", "X"), ("Input.Email", "x@x.example"));
            Assert.Equal((HttpStatusCode.NotFound, unknown.Text), (theirs.Status, theirs.Text));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/company/contacts/{contact.Id}")).Status);
        var edit = await recruiter.GetAsync($"/company/contacts/{contact.Id}");
        await recruiter.SubmitAsync(edit, "form[action*='Remove']");
        Assert.Equal(0, await host.CountAsync(db => db.Contacts));
    }

    private static IEnumerable<(string, string?)> Listed(Page page) => page.Document.QuerySelectorAll("input[name=Listed]").Select(i => ("Listed", i.GetAttribute("value")));

    private static async Task<Page> PostAsync(Visitor visitor, string path, params (string Name, string Value)[] values)
    {
        var token = (await visitor.GetAsync("/company/edit")).Document.QuerySelector(Given.Form + " [name='__RequestVerificationToken']")!;
        return await visitor.PostAsync(path, [("__RequestVerificationToken", token.GetAttribute("value")!), .. values]);
    }

    private static async Task TakeAsync(TestHost host, AccountRequested request)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TakeRecruiter>().HandleAsync(request, CancellationToken.None);
    }

    private static async Task DecideAsync(TestHost host, CompanyDecided decided)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FollowDecisions>().HandleAsync(decided, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<System.Security.Claims.Claim>> ClaimsAsync(TestHost host, Guid account)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var claims = new List<System.Security.Claims.Claim>();
        foreach (var module in scope.ServiceProvider.GetServices<IAccountClaims>()) claims.AddRange(await module.ForAsync(account, CancellationToken.None));
        return [.. claims.Where(c => c.Type == ClaimNames.Company)];
    }
}
