using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Approvals;
using SmartRecruiting.Admin.PersonalData;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Admin.Tests;

public sealed class PeopleTests
{
    private const string Email = "eloise@univ.example";

    [Theory, EveryDatabase, Trait("Acceptance", "27")]
    public async Task A_suspended_account_loses_its_session_within_five_seconds_and_comes_back_when_reinstated(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var id = await host.AccountAsync(Roles.Student, Email);
        var student = await host.SignInAsync(Email);
        var administrator = await host.AsAsync(Roles.Administrator);
        var record = await administrator.GetAsync($"/admin/accounts/{id}");
        var suspended = await administrator.SubmitAsync(record, "form[action*='Suspend']", ("Input.Words", "Compte partagé."));
        Assert.Contains("Le compte est suspendu", suspended.Text, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.StartsWith("/account/login", (await student.GetAsync("/account")).Path, StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single(await host.HeardAsync<AccountClosed>()).AccountId);
        Assert.Contains("Compte partagé.", Assert.Single(host.Mails()).TextBody, StringComparison.Ordinal);

        administrator = await host.AsAsync(Roles.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/admin/accounts/{id}"), "form[action*='Reinstate']");
        Assert.Equal(AccountStatus.Active, await host.StatusAsync(id));
        Assert.Equal(id, Assert.Single(await host.HeardAsync<AccountApproved>()).AccountId);
        Assert.Equal(["account.suspended", "account.reinstated"], await host.AuditAsync());
        await host.SignInAsync(Email);
    }

    [Theory, EveryDatabase]
    public async Task Two_administrators_who_suspend_each_other_at_once_leave_one(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        string[] emails = ["un@essais.example", "deux@essais.example"];
        var ids = new[] { await host.AccountAsync(Roles.Administrator, emails[0]), await host.AccountAsync(Roles.Administrator, emails[1]) };
        var visitors = new[] { await host.SignInAsync(emails[0]), await host.SignInAsync(emails[1]) };
        var pages = new[] { await visitors[0].GetAsync($"/admin/accounts/{ids[1]}"), await visitors[1].GetAsync($"/admin/accounts/{ids[0]}") };
        await Task.WhenAll(visitors[0].SubmitAsync(pages[0], "form[action*='Suspend']"), visitors[1].SubmitAsync(pages[1], "form[action*='Suspend']"));
        Assert.Single(new[] { await host.StatusAsync(ids[0]), await host.StatusAsync(ids[1]) }, status => status is AccountStatus.Active);
        Assert.Single(await host.AuditAsync());
    }

    [Theory, EveryDatabase]
    public async Task Two_administrators_who_erase_themselves_at_once_leave_one(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        string[] emails = ["un@essais.example", "deux@essais.example"];
        var ids = new[] { await host.AccountAsync(Roles.Administrator, emails[0]), await host.AccountAsync(Roles.Administrator, emails[1]) };
        await Task.WhenAll(ids.Select(id => host.WithAsync<EraseAccount, bool>(erase => erase.TryRunAsync(id, CancellationToken.None))));
        Assert.Single(new[] { await host.StatusAsync(ids[0]), await host.StatusAsync(ids[1]) }, status => status is AccountStatus.Active);
        Assert.Equal(["account.erased"], await host.AuditAsync());
    }

    [Fact]
    public async Task An_administrator_erases_somebody_only_by_typing_the_address()
    {
        await using var host = await TestHost.StartAsync();
        var id = await host.AccountAsync(Roles.Student, Email);
        var student = await host.SignInAsync(Email);
        var administrator = await host.AsAsync(Roles.Administrator);
        var record = await administrator.GetAsync($"/admin/accounts/{id}");

        var refused = await administrator.SubmitAsync(record, "form[action*='Erase']", ("Input.Address", "eloise@autre.example"));
        Assert.Contains("Ce n’est pas l’adresse de ce compte.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(AccountStatus.Active, await host.StatusAsync(id));

        var list = await administrator.SubmitAsync(refused, "form[action*='Erase']", ("Input.Address", Email));
        Assert.Equal("/admin/accounts", list.Path);
        Assert.DoesNotContain(Email, list.Text, StringComparison.Ordinal);
        Assert.Equal(AccountStatus.Erased, await host.StatusAsync(id));
        Assert.Contains("account.erased", await host.AuditAsync());
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.StartsWith("/account/login", (await student.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_himself_so_the_last_administrator_stays()
    {
        await using var host = await TestHost.StartAsync();
        var other = await host.AccountAsync(Roles.Administrator, "autre@essais.example");
        var own = await host.AccountAsync(Roles.Administrator, Email);
        var administrator = await host.SignInAsync(Email);
        var page = await administrator.GetAsync($"/admin/accounts/{other}");
        foreach (var handler in new[] { "Suspend", "Role", "Sessions" })
        {
            var form = page.Document.QuerySelector($"form[action*='{handler}']")!;
            form.SetAttribute("action", $"/admin/accounts/{own}?handler={handler}");
            var told = await administrator.SubmitAsync(page, $"form[action='/admin/accounts/{own}?handler={handler}']", ("Input.Role", Roles.Student));
            Assert.Contains("C’est votre propre compte", told.Text, StringComparison.Ordinal);
        }
        Assert.Empty(await host.AuditAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_changed_role_ends_the_sessions_and_what_the_old_one_covered(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var id = await host.AccountAsync(Roles.Manager, Email);
        var person = await host.SignInAsync(Email);
        var administrator = await host.AsAsync(Roles.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/admin/accounts/{id}"), "form[action*='Role']", ("Input.Role", Roles.Student));
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.StartsWith("/account/login", (await person.GetAsync("/inbox")).Path, StringComparison.Ordinal);
        Assert.Single(await host.HeardAsync<AccountClosed>());
        Assert.Equal(Roles.Student, Assert.Single(await host.HeardAsync<AccountApproved>()).Role);
        Assert.Equal(["account.role-changed"], await host.AuditAsync());

        administrator = await host.AsAsync(Roles.Administrator);
        var wrong = await administrator.SubmitAsync(await administrator.GetAsync($"/admin/accounts/{id}"), "form[action*='Role']", ("Input.Role", Roles.Staff));
        Assert.Equal(["Choisissez un rôle."], wrong.All(".form-errors li"));
    }

    [Theory, EveryDatabase]
    public async Task Ended_sessions_are_over_within_five_seconds_and_the_account_stays(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var id = await host.AccountAsync(Roles.Student, Email);
        var person = await host.SignInAsync(Email);
        var administrator = await host.AsAsync(Roles.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/admin/accounts/{id}"), "form[action*='Sessions']");
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.StartsWith("/account/login", (await person.GetAsync("/account")).Path, StringComparison.Ordinal);
        await host.SignInAsync(Email);
    }

    [Theory, EveryDatabase]
    public async Task Accounts_are_found_by_name_address_role_and_state_and_taken_away_as_a_file(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.WithAsync<IAccounts>(a => a.EnsureAsync(Email, "Éloïse L’Hôte", Roles.Student, TestHost.Password, CancellationToken.None));
        await host.RequestAsync(Roles.Manager, "attend@univ.example", "Polytech");
        var administrator = await host.AsAsync(Roles.Administrator);
        foreach (var (filter, email) in new[]
        {
            ("q=eloise+hote", Email), ("q=ELOISE%40univ", Email), ("role=Student", Email), ("state=PendingApproval", "attend@univ.example"),
        })
        {
            Assert.Equal([email], (await administrator.GetAsync("/admin/accounts?" + filter)).All("td[data-label='Adresse e-mail']"));
        }
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/admin/accounts?format=csv", UriKind.Relative));
        using var file = await administrator.SendAsync(request);
        Assert.Contains("Éloïse L’Hôte,eloise@univ.example,Étudiant·e,Actif", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["export"], await host.AuditAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/admin/accounts/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task The_record_of_an_account_says_what_it_covers()
    {
        await using var host = await TestHost.StartAsync();
        await host.ImportAsync("companies", "siret,legal_name,naf,kind,city\n73282932000074,Acme,62.01Z,private,Grenoble\n");
        await host.AsRecruiterAsync("73282932000074", Email);
        var id = await host.AccountAsync(Roles.Recruiter, Email);
        Assert.Contains("Acme", (await (await host.AsAsync(Roles.Administrator)).GetAsync($"/admin/accounts/{id}")).All("dd"));
    }

    [Fact]
    public async Task A_request_is_taken_away_by_its_person_and_taken_out_again()
    {
        await using var host = await TestHost.StartAsync();
        var id = await host.RequestAsync(Roles.Manager, Email, "Polytech");
        var owner = new PersonalOwner(id, Email);
        await host.WithAsync<IServiceProvider>(async services =>
        {
            var own = services.GetServices<IPersonalData>().OfType<RequestData>().Single();
            Assert.Contains("Polytech", Assert.Single(await own.ReadAsync(owner, CancellationToken.None)).Rows[0].Values);
            await own.EraseAsync(owner, CancellationToken.None);
            await own.EraseAsync(owner, CancellationToken.None);
        });
        Assert.Equal("", (await host.ApprovalAsync(id)).Asks);
    }
}
