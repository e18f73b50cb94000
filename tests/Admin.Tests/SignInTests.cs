using System.Diagnostics;
using System.Net;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.SignIn;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Admin.Tests;

public sealed class SignInTests
{
    private const string Email = "camille.essai@univ.example";
    private const string Wrong = "un autre mot de passe bien long";

    [Theory, EveryDatabase]
    public async Task Each_role_signs_in_and_arrives_where_its_work_begins(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        foreach (var (role, home) in new[]
        {
            (Roles.Recruiter, "/account"), (Roles.Student, "/my-offers"), (Roles.Manager, "/inbox"), (Roles.Director, "/catalogue"), (Roles.Administrator, "/catalogue"),
        })
        {
            await host.AccountAsync(role, $"{role.ToLowerInvariant()}@univ.example");
            var visitor = host.Anonymous();
            var page = await SignInAsync(visitor, $"{role.ToLowerInvariant()}@univ.example", TestHost.Password);
            Assert.StartsWith(home, page.Path, StringComparison.Ordinal);
            var account = await visitor.GetAsync("/account");
            Assert.Contains("Camille Essai", account.Text, StringComparison.Ordinal);
            Assert.Contains($"{role.ToLowerInvariant()}@univ.example", account.Text, StringComparison.Ordinal);
        }
    }

    [Theory, EveryDatabase]
    public async Task An_address_is_the_same_in_capitals(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AccountAsync(Roles.Student, Email);
        var page = await SignInAsync(host.Anonymous(), " Camille.ESSAI@univ.example ", TestHost.Password);
        Assert.StartsWith("/my-offers", page.Path, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_password_is_refused_and_keeps_the_address_typed_but_not_the_password(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AccountAsync(Roles.Student, Email);
        var visitor = host.Anonymous();
        var page = await SignInAsync(visitor, Email, Wrong);
        Assert.Equal("/account/login", page.Path);
        Assert.Contains("Adresse e-mail ou mot de passe incorrect.", page.Text, StringComparison.Ordinal);
        Assert.Equal(Email, page.Document.QuerySelector("#Input_Email")!.GetAttribute("value"));
        Assert.DoesNotContain(Wrong, page.Html, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task An_unknown_address_and_a_closed_account_are_answered_like_a_wrong_password(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AccountAsync(Roles.Student, Email);
        await host.AccountAsync(Roles.Student, "fermee@univ.example");
        await CloseAsync(host, "fermee@univ.example");
        var wrong = await SignInAsync(host.Anonymous(), Email, Wrong);
        var unknown = await SignInAsync(host.Anonymous(), "personne@univ.example", Wrong);
        var closed = await SignInAsync(host.Anonymous(), "fermee@univ.example", TestHost.Password);
        Assert.Equal(wrong.Text, unknown.Text);
        Assert.Equal(wrong.Text, closed.Text);
        Assert.Equal([wrong.Status, wrong.Status], [unknown.Status, closed.Status]);
        Assert.Equal([wrong.Path, wrong.Path], [unknown.Path, closed.Path]);
    }

    [Fact]
    public async Task An_unknown_address_takes_as_long_as_a_wrong_password()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, Email);
        var visitor = host.Anonymous();
        var login = await visitor.GetAsync("/account/login");
        List<double> known = [], unknown = [];
        for (var i = 0; i < 8; i++)
        {
            known.Add(await MeasureAsync(Email));
            unknown.Add(await MeasureAsync("personne@univ.example"));
        }
        // Without the hash of nobody's password, an unknown address answers 40 times as fast or more.
        Assert.InRange(known.Order().ElementAt(3) / unknown.Order().ElementAt(3), 0.3, 3);

        async Task<double> MeasureAsync(string email)
        {
            var watch = Stopwatch.StartNew();
            await visitor.SubmitAsync(login, "form[action*='login']", ("Input.Email", email), ("Input.Password", Wrong));
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    [Theory, EveryDatabase]
    public async Task Signing_out_ends_the_session_and_opening_its_address_does_not(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var visitor = await host.AsAsync(Roles.Student);
        var ask = await visitor.GetAsync("/account/logout");
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);
        var after = await visitor.SubmitAsync(ask, "main form");
        Assert.Equal("/", after.Path);
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task My_account_has_a_button_that_signs_out(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var visitor = await host.AsAsync(Roles.Student);
        await visitor.SubmitAsync(await visitor.GetAsync("/account"), "main form");
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_closed_account_loses_its_session_within_five_seconds(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AccountAsync(Roles.Student, Email);
        var visitor = await host.SignInAsync(Email);
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);
        await CloseAsync(host, Email);
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Another_role_or_password_ends_the_sessions_of_before(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var id = await host.AccountAsync(Roles.Manager, Email);
        var manager = await host.SignInAsync(Email);
        Assert.Equal(id, await host.AccountAsync(Roles.Student, Email));
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.StartsWith("/account/login", (await manager.GetAsync("/account")).Path, StringComparison.Ordinal);

        var student = await host.SignInAsync(Email);
        await host.WithAsync<IAccounts>(a => a.EnsureAsync(Email, "Camille Essai", Roles.Student, Wrong, CancellationToken.None));
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.StartsWith("/account/login", (await student.GetAsync("/account")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/my-offers", (await SignInAsync(student, Email, Wrong)).Path, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_visitor_without_account_is_sent_to_sign_in_and_comes_back(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AccountAsync(Roles.Student, Email);
        var visitor = host.Anonymous();
        var login = await visitor.GetAsync("/account");
        Assert.Equal("/account/login?ReturnUrl=%2Faccount", login.Path);
        var back = await visitor.SubmitAsync(login, "form[action*='login']", ("Input.Email", Email), ("Input.Password", TestHost.Password));
        Assert.Equal("/account", back.Path);
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example/")]
    [InlineData("ailleurs.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, Email);
        var visitor = host.Anonymous();
        var login = await visitor.GetAsync("/account/login?returnUrl=" + Uri.EscapeDataString(returnUrl));
        var page = await visitor.SubmitAsync(login, "form[action*='login']", ("Input.Email", Email), ("Input.Password", TestHost.Password));
        Assert.Equal("/my-offers", page.Path);
    }

    [Fact]
    public async Task After_ten_failures_the_address_waits_while_others_and_the_account_itself_do_not()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, Email);
        await host.AccountAsync(Roles.Student, "autre@univ.example");
        var visitor = host.Anonymous();
        for (var i = 0; i < Attempts.MostOfOneAccount; i++) Assert.Equal(HttpStatusCode.OK, (await SignInAsync(visitor, Email, Wrong)).Status);
        var refused = await SignInAsync(visitor, Email, TestHost.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Réessayez dans 15 min.", refused.Text, StringComparison.Ordinal);
        Assert.StartsWith("/my-offers", (await SignInAsync(host.Anonymous(), "autre@univ.example", TestHost.Password)).Path, StringComparison.Ordinal);
        var attempts = await host.WithAsync<Attempts, Attempts>(Task.FromResult);
        Assert.Equal(TimeSpan.Zero, attempts.Begin("CAMILLE.ESSAI@UNIV.EXAMPLE", IPAddress.Parse("192.0.2.7")));
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.StartsWith("/my-offers", (await SignInAsync(visitor, Email, TestHost.Password)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void One_address_that_tries_many_accounts_waits_too()
    {
        var attempts = new Attempts(new TestClock(DateTimeOffset.UnixEpoch));
        var address = IPAddress.Parse("2001:db8:1:2::7");
        for (var i = 0; i < Attempts.MostOfOneAddress; i++) Assert.Equal(TimeSpan.Zero, attempts.Begin($"P{i}@UNIV.EXAMPLE", address));
        Assert.Equal(Attempts.Window, attempts.Begin("P@UNIV.EXAMPLE", IPAddress.Parse("2001:db8:1:2::8")));
        Assert.Equal(TimeSpan.Zero, attempts.Begin("P@UNIV.EXAMPLE", IPAddress.Parse("2001:db8:1:3::8")));
    }

    [Fact]
    public async Task The_page_speaks_English_when_asked()
    {
        await using var host = await TestHost.StartAsync();
        var visitor = host.Anonymous();
        await visitor.PostAsync("/language", ("language", "en"), ("back", "/account/login"));
        var page = await SignInAsync(visitor, "personne@univ.example", Wrong);
        Assert.Contains("The e-mail address or the password is wrong.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_fields_are_named_one_by_one()
    {
        await using var host = await TestHost.StartAsync();
        var page = await SignInAsync(host.Anonymous(), "", "");
        Assert.Equal(["Indiquez votre adresse e-mail.", "Indiquez votre mot de passe."], page.All(".form-errors li"));
    }

    private static async Task<Page> SignInAsync(Visitor visitor, string email, string password) => await visitor.SubmitAsync(
        await visitor.GetAsync("/account/login"), "form[action*='login']", ("Input.Email", email), ("Input.Password", password));

    private static Task CloseAsync(TestHost host, string email) => host.WithAsync<AdminDb>(async db =>
    {
        Assert.True(db.Accounts.Single(a => a.Email == email).TrySuspend());
        await db.SaveChangesAsync();
    });
}
