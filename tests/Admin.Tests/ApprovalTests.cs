using System.Net;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Approvals;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Admin.Tests;

public sealed class ApprovalTests
{
    private const string Email = "dominique@univ.example";

    [Theory, EveryDatabase, Trait("Acceptance", "24")]
    public async Task A_company_refused_with_a_reason_gets_a_mail_with_it_and_history_keeps_actor_and_time(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var account = await host.RequestAsync(Roles.Recruiter, Email, "Acme", "en");
        var company = await CompanyAsync(host, account);
        var administrator = await host.AsAsync(Roles.Administrator);
        var page = await OpenAsync(host, administrator, account);
        Assert.Contains("Nouvelle structure et son premier recruteur", page.Text, StringComparison.Ordinal);
        Assert.Contains("73282932000074", page.Text, StringComparison.Ordinal);
        await DecideAsync(administrator, page, Decision.Refuse, DecisionReason.NoLinkShown, "Who are you?");
        await host.SettleAsync();

        var mail = Assert.Single(host.Mails());
        Assert.Equal(("Your request is not approved", Email), (mail.Subject, mail.To.Mailboxes.Single().Address));
        Assert.Contains("Reason: The link with the school or company is not shown", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Who are you?", mail.TextBody, StringComparison.Ordinal);
        var decided = Assert.Single(await host.HeardAsync<CompanyDecided>());
        Assert.Equal((company, CompanyDecision.Rejected, "NoLinkShown", "Who are you?"), (decided.CompanyId, decided.Decision, decided.Reason, decided.Words));
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime, decided.At);
        var history = (await OpenAsync(host, administrator, account)).All(".history li")[0];
        Assert.Contains("Refusée par Camille Essai", history, StringComparison.Ordinal);
        Assert.Contains("02/03/2026 10:00", history, StringComparison.Ordinal);
        Assert.Contains("company.refused", await host.AuditAsync());
        Assert.Equal(AccountStatus.PendingApproval, await host.StatusAsync(account));

        // A mistake is mended: the company and its first recruiter are approved after all.
        await DecideAsync(administrator, await OpenAsync(host, administrator, account), Decision.Approve);
        Assert.Equal([CompanyDecision.Rejected, CompanyDecision.Approved], (await host.HeardAsync<CompanyDecided>()).Select(d => d.Decision));
        Assert.Equal(account, Assert.Single(await host.HeardAsync<AccountApproved>()).AccountId);
        Assert.Equal(AccountStatus.Active, await host.StatusAsync(account));
    }

    [Theory, EveryDatabase]
    public async Task Administrators_are_mailed_what_waits_for_them_when_some_of_it_is_new(Database database)
    {
        const string job = "admin.tell-administrators";
        await using var host = await TestHost.StartAsync(database);
        var administrator = await host.AsAsync(Roles.Administrator);
        var account = await host.RequestAsync(Roles.Manager, Email, "Polytech");
        await host.RequestAsync(Roles.Manager, "autre@univ.example", "IUT");
        await host.RunJobAsync(job);
        await host.SettleAsync();
        var mail = Assert.Single(host.Mails());
        Assert.Equal(("En attente : 2 demandes à étudier", "administrator@essais.example"), (mail.Subject, mail.To.Mailboxes.Single().Address));
        Assert.Contains("/admin/approvals", mail.TextBody, StringComparison.Ordinal);

        // The one decided is not spoken of any more, and the other is no news.
        await DecideAsync(administrator, await OpenAsync(host, administrator, account), Decision.Approve);
        await host.SettleAsync();
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.RunJobAsync(job);
        await host.RequestAsync(Roles.Manager, "troisieme@univ.example", "IAE");
        await host.RunJobAsync(job);
        await host.SettleAsync();
        Assert.Equal("En attente : 2 demandes à étudier", Assert.Single(host.Mails().Skip(1), m => m.To.Mailboxes.Single().Address != Email).Subject);
    }

    [Theory, EveryDatabase]
    public async Task The_request_of_a_company_that_was_merged_becomes_one_to_join_the_other(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var account = await host.RequestAsync(Roles.Recruiter, Email, "Acme");
        var company = await CompanyAsync(host, account);
        await host.PublishAsync(new CompanyMerged(company, Guid.NewGuid(), "Acme France"));
        var administrator = await host.AsAsync(Roles.Administrator);
        var page = await OpenAsync(host, administrator, account);
        Assert.Contains("Acme France", page.Text, StringComparison.Ordinal);
        Assert.Contains("Structure fusionnée", page.All(".history li")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Bannir", page.Text, StringComparison.Ordinal);

        // A colleague of the other company answers, and the request is done.
        var colleague = await host.AccountAsync(Roles.Recruiter, "collegue@acme.example");
        await host.PublishAsync(new AccountVouched(account, colleague));
        Assert.Equal(AccountStatus.Active, await host.StatusAsync(account));
        Assert.Empty((await administrator.GetAsync("/admin/approvals")).All("td[data-label='Demande']"));
        Assert.Empty(await host.HeardAsync<CompanyDecided>());
    }

    [Fact, Trait("Acceptance", "24")]
    public async Task The_ban_of_a_SIRET_is_decided_about_companies_only_and_told()
    {
        await using var host = await TestHost.StartAsync();
        var recruiter = await host.RequestAsync(Roles.Recruiter, Email, "Acme");
        await CompanyAsync(host, recruiter);
        var manager = await host.RequestAsync(Roles.Manager, "gestion@univ.example", "Polytech");
        var administrator = await host.AsAsync(Roles.Administrator);
        Assert.DoesNotContain("Bannir", (await OpenAsync(host, administrator, manager)).Text, StringComparison.Ordinal);
        await DecideAsync(administrator, await OpenAsync(host, administrator, recruiter), Decision.Ban, DecisionReason.Misuse);
        Assert.Equal(CompanyDecision.Banned, Assert.Single(await host.HeardAsync<CompanyDecided>()).Decision);
        Assert.Equal("Votre structure ne peut plus recruter ici", Assert.Single(host.Mails()).Subject);
        Assert.Contains("company.banned", await host.AuditAsync());
        var forged = await OpenAsync(host, administrator, manager);
        await administrator.SubmitAsync(forged, "main form", ("Input.Decision", "Ban"), ("Input.Reason", "Misuse"));
        Assert.Equal(ApprovalState.Open, (await host.ApprovalAsync(manager)).State);
    }

    [Theory, EveryDatabase]
    public async Task An_approved_manager_may_act_is_told_and_the_next_request_opens_by_itself(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var first = await host.RequestAsync(Roles.Manager, Email, "Polytech Grenoble");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await host.RequestAsync(Roles.Director, "direction@univ.example", "UGA");
        var waiting = await host.SignInAsync(Email);
        Assert.Equal("/account", (await waiting.GetAsync("/inbox")).Path);
        Assert.Contains("L’administration examine votre demande", (await waiting.GetAsync("/account/request")).Text, StringComparison.Ordinal);

        var administrator = await host.AsAsync(Roles.Administrator);
        var list = await administrator.GetAsync("/admin/approvals");
        Assert.Equal(["Polytech Grenoble", "UGA"], list.All("td[data-label='Demande']"));
        var next = await DecideAsync(administrator, await OpenAsync(host, administrator, first), Decision.Approve);
        Assert.Equal($"/admin/approvals/{(await host.ApprovalAsync(second)).Id}", next.Path);
        Assert.Equal("Approve", next.Document.QuerySelector("[autofocus]")!.GetAttribute("value"));
        var last = await DecideAsync(administrator, next, Decision.Approve);
        Assert.Equal("/admin/approvals", last.Path);
        Assert.Contains("Personne n’attend de décision.", last.Text, StringComparison.Ordinal);

        Assert.Equal([first, second], (await host.HeardAsync<AccountApproved>()).Select(a => a.AccountId));
        Assert.Equal(["Votre demande est acceptée", "Votre demande est acceptée"], host.Mails().Select(m => m.Subject));
        Assert.Equal(["account.approved", "account.approved"], (await host.AuditAsync()).Where(a => a.StartsWith("account.", StringComparison.Ordinal)));
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.Equal(HttpStatusCode.OK, (await waiting.GetAsync("/inbox")).Status);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_administrators_who_decide_at_once_one_decides_and_the_other_is_told(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var account = await host.RequestAsync(Roles.Manager, Email, "Polytech");
        var administrators = new[] { await host.AsAsync(Roles.Administrator), await host.AsAsync(Roles.Administrator, "autre@essais.example") };
        var pages = new[] { await OpenAsync(host, administrators[0], account), await OpenAsync(host, administrators[1], account) };
        var answers = await Task.WhenAll(
            DecideAsync(administrators[0], pages[0], Decision.Approve),
            DecideAsync(administrators[1], pages[1], Decision.Refuse, DecisionReason.IdentityUnclear));
        await host.SettleAsync();
        Assert.Single(host.Mails());
        Assert.Equal(2, (await host.ApprovalAsync(account)).Steps.Count);
        Assert.Single(answers, a => a.Html.Contains("La demande a changé entre-temps", StringComparison.Ordinal));
        Assert.Single(await host.AuditAsync(), a => a is "account.approved" or "account.refused");
    }

    [Theory, EveryDatabase]
    public async Task A_new_company_and_its_recruiter_are_one_request_whichever_comes_first_and_however_often(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var account = await host.RequestAsync(Roles.Recruiter, Email, "as typed", "en");
        var company = await CompanyAsync(host, account);
        await CompanyAsync(host, account, company);
        var approval = await host.ApprovalAsync(account);
        Assert.Equal((ApprovalKind.Company, "Acme", "en", company), (approval.Kind, approval.Asks, approval.Language, approval.CompanyId));

        var other = Account.SignUp("autre@univ.example", "Autre", Roles.Recruiter, DateTime.UnixEpoch);
        other.TryConfirm();
        await host.WithAsync<Microsoft.AspNetCore.Identity.UserManager<Account>>(a => a.CreateAsync(other, TestHost.Password));
        var early = await CompanyAsync(host, other.Id);
        var requested = new AccountRequested(other.Id, other.Name, other.Email!, "en", new AccountWish(Roles.Recruiter, "as typed", "{}"));
        await host.PublishAsync(requested);
        await host.PublishAsync(requested);
        approval = await host.ApprovalAsync(other.Id);
        Assert.Equal((ApprovalKind.Company, "Acme", "en", early), (approval.Kind, approval.Asks, approval.Language, approval.CompanyId));
    }

    [Fact]
    public async Task Nobody_approves_himself_neither_alone_nor_in_bulk()
    {
        await using var host = await TestHost.StartAsync();
        var own = await host.RequestAsync(Roles.Manager, Email, "Polytech");
        await host.AccountAsync(Roles.Administrator, Email);
        var administrator = await host.SignInAsync(Email);
        var page = await OpenAsync(host, administrator, own);
        Assert.Contains("C’est votre propre demande", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("button[value='Approve']"));
        var told = await administrator.SubmitAsync(page, "main form", ("Input.Decision", "Approve"));
        Assert.Contains("C’est votre propre demande", told.All(".flash").Single(), StringComparison.Ordinal);
        var list = await administrator.GetAsync("/admin/approvals");
        await administrator.SubmitAsync(list, "main form[method=post]", ("Chosen", (await host.ApprovalAsync(own)).Version.ToString()));
        Assert.Equal(ApprovalState.Open, (await host.ApprovalAsync(own)).State);
    }

    [Theory, EveryDatabase]
    public async Task Ticked_requests_are_approved_together_and_those_that_changed_are_left(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var accounts = new List<Guid>();
        for (var i = 0; i < 3; i++) accounts.Add(await host.RequestAsync(Roles.Manager, $"gestion{i}@univ.example", $"École n° {i}"));
        var administrator = await host.AsAsync(Roles.Administrator);
        var list = await administrator.GetAsync("/admin/approvals?q=ecole&kind=Manager");
        Assert.Equal(3, list.All("tbody tr").Count);
        var ticks = list.Document.QuerySelectorAll("input[name=Chosen]").Select(t => ("Chosen", t.GetAttribute("value"))).ToArray();
        await DecideAsync(administrator, await OpenAsync(host, administrator, accounts[1]), Decision.AskMore, DecisionReason.Incomplete, "Quelle école ?");
        var after = await administrator.SubmitAsync(list, "main form[method=post]", ticks);
        Assert.Contains("Demandes approuvées : 2. Les autres (1)", after.Html, StringComparison.Ordinal);
        Assert.Equal(
            [AccountStatus.Active, AccountStatus.PendingApproval, AccountStatus.Active],
            [await host.StatusAsync(accounts[0]), await host.StatusAsync(accounts[1]), await host.StatusAsync(accounts[2])]);
        Assert.Equal(2, (await host.HeardAsync<AccountApproved>()).Count);
    }

    [Theory, EveryDatabase]
    public async Task Who_is_asked_for_more_answers_and_waits_again(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var account = await host.RequestAsync(Roles.Manager, Email, "Polytech");
        var administrator = await host.AsAsync(Roles.Administrator);
        await DecideAsync(administrator, await OpenAsync(host, administrator, account), Decision.AskMore, DecisionReason.Incomplete, "Quel est votre service ?");
        await host.SettleAsync();
        Assert.Contains("/account/request", Assert.Single(host.Mails()).TextBody, StringComparison.Ordinal);
        Assert.Contains("Personne n’attend", (await administrator.GetAsync("/admin/approvals")).Text, StringComparison.Ordinal);

        var person = await host.SignInAsync(Email);
        var asked = await person.GetAsync("/account/request");
        Assert.Contains("Quel est votre service ?", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Écrivez votre réponse.", (await person.SubmitAsync(asked, "main form", ("Input.Words", " "))).Text, StringComparison.Ordinal);
        var answered = await person.SubmitAsync(asked, "main form", ("Input.Words", "La scolarité <b>de</b> Polytech"));
        Assert.Contains("L’administration examine votre demande", answered.Text, StringComparison.Ordinal);
        var open = await OpenAsync(host, administrator, account);
        Assert.Contains("La scolarité <b>de</b> Polytech", open.Text, StringComparison.Ordinal);
        Assert.Contains("Approuver", open.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_without_its_reason_is_sent_back_and_changes_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var account = await host.RequestAsync(Roles.Manager, Email, "Polytech");
        var administrator = await host.AsAsync(Roles.Administrator);
        var page = await OpenAsync(host, administrator, account);
        var refused = await DecideAsync(administrator, page, Decision.Refuse, null, "Non.");
        Assert.Equal(["Choisissez un motif."], refused.All(".form-errors li"));
        Assert.Equal("Non.", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(["Écrivez un message à la personne."], (await DecideAsync(administrator, page, Decision.AskMore, DecisionReason.Incomplete)).All(".form-errors li"));
        Assert.Equal(["Écrivez un message à la personne."], (await DecideAsync(administrator, page, Decision.Refuse, DecisionReason.Other)).All(".form-errors li"));
        Assert.Equal(ApprovalState.Open, (await host.ApprovalAsync(account)).State);
        Assert.Empty(host.Mails());
    }

    [Theory, EveryDatabase]
    public async Task Somebody_vouched_for_is_in_without_an_administrator_but_not_by_himself_and_not_against_a_refusal(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var colleague = await host.AccountAsync(Roles.Recruiter, "collegue@essais.example");
        var account = await host.RequestAsync(Roles.Recruiter, Email, "Acme");
        await host.PublishAsync(new AccountVouched(account, account));
        Assert.Equal(AccountStatus.PendingApproval, await host.StatusAsync(account));
        var vouched = new AccountVouched(account, colleague);
        await host.PublishAsync(vouched);
        await host.PublishAsync(vouched);
        Assert.Equal(AccountStatus.Active, await host.StatusAsync(account));
        Assert.Single(await host.HeardAsync<AccountApproved>());
        Assert.Single(host.Mails());
        Assert.Equal(["account.vouched"], await host.AuditAsync());
        Assert.Equal(ApprovalState.Approved, (await host.ApprovalAsync(account)).State);

        var student = await host.RequestAsync(Roles.Student, "etudiant@univ.example", "INFO 4");
        await host.PublishAsync(new AccountVouched(student, null));
        Assert.Equal(AccountStatus.Active, await host.StatusAsync(student));

        var refused = await host.RequestAsync(Roles.Recruiter, "refus@univ.example", "Acme");
        var administrator = await host.AsAsync(Roles.Administrator);
        await DecideAsync(administrator, await OpenAsync(host, administrator, refused), Decision.Refuse, DecisionReason.Misuse);
        await host.PublishAsync(new AccountVouched(refused, colleague));
        Assert.Equal(AccountStatus.PendingApproval, await host.StatusAsync(refused));
    }

    [Fact]
    public async Task The_panel_gives_facts_with_their_source_and_decides_nothing()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Manager, "deja@ecole.example");
        var refused = await host.RequestAsync(Roles.Director, "refus@ecole.example", "École");
        var administrator = await host.AsAsync(Roles.Administrator);
        await DecideAsync(administrator, await OpenAsync(host, administrator, refused), Decision.Refuse, DecisionReason.IdentityUnclear);
        var known = await host.RequestAsync(Roles.Manager, "nouveau@ecole.example", "École");
        var free = await host.RequestAsync(Roles.Manager, "quelquun@gmail.com", "École");
        host.Clock.Advance(TimeSpan.FromDays(3));
        administrator = await host.AsAsync(Roles.Administrator);
        Assert.Equal(
            [
                "À regarder Demandes refusées ou bannies avec une adresse en ecole.example : 1 (demandes passées)",
                "Favorable Comptes actifs du même rôle avec une adresse en ecole.example : 1 (comptes)",
                "Fait Compte créé il y a 3 jours (comptes)",
            ],
            (await OpenAsync(host, administrator, known)).All(".trust li"));
        Assert.Equal(
            "À regarder gmail.com donne une adresse à tout le monde. (liste de fournisseurs de la plateforme)",
            Assert.Single((await OpenAsync(host, administrator, free)).All(".trust li"), fact => fact.Contains("gmail.com", StringComparison.Ordinal)));
        Assert.Equal(ApprovalState.Open, (await host.ApprovalAsync(free)).State);
    }

    [Fact]
    public async Task Only_administrators_see_requests_and_an_unknown_one_is_not_there()
    {
        await using var host = await TestHost.StartAsync();
        var account = await host.RequestAsync(Roles.Manager, Email, "Polytech");
        var path = $"/admin/approvals/{(await host.ApprovalAsync(account)).Id}";
        Assert.StartsWith("/account/login", (await host.Anonymous().GetAsync(path)).Path, StringComparison.Ordinal);
        foreach (var role in Roles.All.Where(r => r != Roles.Administrator))
        {
            var other = await host.AsAsync(role);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/admin/approvals")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/account/request")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.AsAsync(Roles.Administrator)).GetAsync($"/admin/approvals/{Guid.NewGuid()}")).Status);
    }

    private static async Task<Guid> CompanyAsync(TestHost host, Guid account, Guid? company = null)
    {
        var id = company ?? Guid.CreateVersion7();
        await host.PublishAsync(new CompanyRequested(id, "Acme", "73282932000074", "France", account));
        return id;
    }

    private static async Task<Page> OpenAsync(TestHost host, Visitor administrator, Guid account) =>
        await administrator.GetAsync($"/admin/approvals/{(await host.ApprovalAsync(account)).Id}");

    private static Task<Page> DecideAsync(Visitor administrator, Page page, Decision decision, DecisionReason? reason = null, string words = "") =>
        administrator.SubmitAsync(page, "main form", ("Input.Decision", decision.ToString()), ("Input.Reason", reason?.ToString() ?? ""), ("Input.Words", words));
}
