using System.Globalization;
using System.Net;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Contracts;
using static SmartRecruiting.Admin.Tests.Given;

namespace SmartRecruiting.Admin.Tests;

public sealed class SignUpTests
{
    [Theory, EveryDatabase]
    [Trait("Acceptance", "11")]
    public async Task Opening_the_link_changes_nothing_and_its_button_confirms_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        Assert.Empty(await host.SignUpAsync());
        var link = (await host.MailToAsync(Email)).Link();
        Assert.StartsWith("/account/confirm?token=", link, StringComparison.Ordinal);
        var visitor = host.Anonymous();
        var page = await visitor.GetAsync(link);
        await visitor.GetAsync(link);
        Assert.Contains("Licence d’informatique", page.Text, StringComparison.Ordinal);
        Assert.Equal(AccountStatus.EmailUnverified, await host.StatusAsync(Email));
        Assert.Empty(await host.HeardAsync<AccountRequested>());

        var after = await visitor.SubmitAsync(page, "main form");
        Assert.Equal("/account/login", after.Path);
        Assert.Equal(AccountStatus.PendingApproval, await host.StatusAsync(Email));
        var heard = Assert.Single(await host.HeardAsync<AccountRequested>());
        Assert.Equal(("Camille Essai", Email, "fr", Roles.Student), (heard.Name, heard.Email, heard.Language, heard.Wish.Role));

        var again = await visitor.SubmitAsync(page, "main form");
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Contains("Ce lien n’est pas ou plus valable", again.Text, StringComparison.Ordinal);
        Assert.Single(await host.HeardAsync<AccountRequested>());
    }

    [Theory, EveryDatabase]
    public async Task A_known_address_gets_the_same_answer_and_a_mail_that_says_so(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AccountAsync(Roles.Manager, Email);
        Assert.Empty(await host.SignUpAsync(" Camille.ESSAI@univ.example "));
        var mail = await host.MailToAsync(Email);
        Assert.Equal("Vous avez déjà un compte", mail.Subject);
        Assert.Equal("/account/forgot", mail.Link());
        Assert.Equal(AccountStatus.Active, await host.StatusAsync(Email));
        Assert.StartsWith("/inbox", (await host.Anonymous().SignInAsync()).Path, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Twenty_sign_ups_at_once_make_one_account(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.SignUpAsync()));
        Assert.Equal(1, await host.WithAsync<AdminDb, int>(db => Task.FromResult(db.Accounts.Count(a => a.Email == Email))));
        Assert.Contains(answers, errors => errors.Count == 0);
    }

    [Theory, EveryDatabase]
    public async Task Signing_up_again_before_confirming_makes_the_link_of_before_worthless(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.SignUpAsync(password: Other, name: "Personne d’autre");
        var first = (await host.MailToAsync(Email)).Link();
        await host.SignUpAsync();
        var visitor = host.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(first)).Status);
        await visitor.SubmitAsync(await visitor.GetAsync((await host.MailToAsync(Email)).Link()), "main form");
        Assert.StartsWith("/account/login", (await visitor.SignInAsync(Email, Other)).Path, StringComparison.Ordinal);
        var account = await visitor.SignInAsync();
        Assert.Equal("/account", account.Path);
        Assert.Contains("Camille Essai", account.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_lives_a_day_and_can_be_sent_again()
    {
        await using var host = await TestHost.StartAsync();
        await host.SignUpAsync();
        var first = (await host.MailToAsync(Email)).Link();
        host.Clock.Advance(TimeSpan.FromHours(24));
        var visitor = host.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(first)).Status);

        var told = await visitor.SignInAsync();
        Assert.Contains("n’est pas encore confirmée", told.Text, StringComparison.Ordinal);
        Assert.Equal("/account/register/sent", (await visitor.SubmitAsync(told, "#unconfirmed")).Path);
        var second = (await host.MailToAsync(Email)).Link();
        Assert.NotEqual(first, second);
        await visitor.SubmitAsync(await visitor.GetAsync(second), "main form");
        Assert.Equal(AccountStatus.PendingApproval, await host.StatusAsync(Email));
    }

    [Fact]
    public async Task Somebody_unconfirmed_with_a_wrong_password_is_told_what_everybody_is_told()
    {
        await using var host = await TestHost.StartAsync();
        await host.SignUpAsync();
        var unconfirmed = await host.Anonymous().SignInAsync(Email, Other);
        var unknown = await host.Anonymous().SignInAsync("personne@univ.example", Other);
        Assert.Equal(unknown.Text, unconfirmed.Text);
    }

    [Fact]
    public async Task A_new_link_is_promised_to_everybody_and_sent_to_who_waits()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, Email);
        var visitor = host.Anonymous();
        var known = await visitor.SubmitAsync(await visitor.GetAsync("/account/resend"), "main form", ("Email", Email));
        var unknown = await visitor.SubmitAsync(await visitor.GetAsync("/account/resend"), "main form", ("Email", "personne@univ.example"));
        Assert.Equal((known.Path, known.Text), (unknown.Path, unknown.Text));
        await host.SettleAsync();
        Assert.Empty(host.Mails());
    }

    [Theory]
    [InlineData("", Email, TestHost.Password, "Name: Indiquez votre nom.")]
    [InlineData("Camille", "", TestHost.Password, "Email: Indiquez votre adresse e-mail.")]
    [InlineData("Camille", "camille", TestHost.Password, "Email: Cette adresse e-mail n’est pas valable.")]
    [InlineData("Camille", "Camille <c@univ.example>", TestHost.Password, "Email: Cette adresse e-mail n’est pas valable.")]
    [InlineData("Camille", Email, "", "Password: Indiquez votre mot de passe.")]
    [InlineData("Camille", Email, "court", "Password: Le mot de passe doit compter de 15 à 128 caractères.")]
    [InlineData("Camille", Email, "Camille Essai et son chat", "Password: Le mot de passe ne doit contenir ni le nom du site ni votre adresse e-mail.")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_kept(string name, string email, string password, string error)
    {
        await using var host = await TestHost.StartAsync();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var errors = await host.SignUpAsync(email, Roles.Student, password, name);
        Assert.Equal(error, Assert.Single(errors.Select(e => $"{e.Field}: {e.Message}")));
        Assert.Equal(0, await host.WithAsync<AdminDb, int>(db => Task.FromResult(db.Accounts.Count())));
    }

    [Fact]
    public async Task Nobody_signs_up_as_an_administrator()
    {
        await using var host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => host.SignUpAsync(role: Roles.Administrator));
    }

    [Fact]
    public async Task An_address_gets_few_mails_however_often_strangers_ask()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, Email);
        for (var i = 0; i < 8; i++) await host.SignUpAsync();
        await host.SettleAsync();
        Assert.Equal(5, host.Mails().Count);
    }

    [Fact]
    public async Task The_mails_speak_the_language_of_the_page_and_repeat_nothing_a_stranger_typed()
    {
        await using var host = await TestHost.StartAsync();
        await host.SignUpAsync(name: "Gagnez au loto");
        var french = await host.MailToAsync(Email);
        Assert.Equal("Confirmez votre adresse e-mail", french.Subject);
        Assert.Contains("Un compte (Étudiant·e) a été demandé", french.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("loto", french + french.TextBody, StringComparison.Ordinal);

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        await host.SignUpAsync("alex@univ.example");
        Assert.Equal("Confirm your e-mail address", (await host.MailToAsync("alex@univ.example")).Subject);
    }

    [Theory, EveryDatabase]
    public async Task Who_never_confirms_is_forgotten_after_a_week(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.SignUpAsync();
        await host.PendingAsync("autre@univ.example");
        host.Clock.Advance(TimeSpan.FromDays(6.9));
        await host.RunJobAsync("admin.purge-access");
        Assert.NotNull(await host.StatusAsync(Email));
        host.Clock.Advance(TimeSpan.FromDays(0.2));
        await host.RunJobAsync("admin.purge-access");
        Assert.Null(await host.StatusAsync(Email));
        Assert.Equal(AccountStatus.PendingApproval, await host.StatusAsync("autre@univ.example"));
    }

    [Theory]
    [InlineData(Roles.Manager, "Un administrateur de la plateforme doit accepter votre demande.", "/inbox")]
    [InlineData(Roles.Director, "Un administrateur de la plateforme doit accepter votre demande.", "/direction")]
    [InlineData(Roles.Student, "Le gestionnaire de scolarité de votre formation", "/my-offers")]
    [Trait("Acceptance", "17")]
    public async Task Who_waits_reads_what_is_awaited_from_whom_and_opens_nothing_else(string role, string awaited, string page)
    {
        await using var host = await TestHost.StartAsync();
        await host.PendingAsync(role: role);
        var visitor = host.Anonymous();
        Assert.Contains(awaited, (await visitor.SignInAsync()).Text, StringComparison.Ordinal);
        var denied = await visitor.GetAsync(page);
        Assert.Equal("/account", denied.Path);
        Assert.Contains("Licence d’informatique", denied.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_entrance_has_a_door_for_each_persona()
    {
        await using var host = await TestHost.StartAsync();
        var visitor = host.Anonymous();
        var login = await visitor.GetAsync("/account/login");
        Assert.Contains(login.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/account/register");
        var doors = (await visitor.GetAsync("/account/register")).Document.QuerySelectorAll(".doors a").Select(a => a.GetAttribute("href"));
        Assert.Equal(["/account/register/recruiter", "/account/register/student", "/account/register/manager", "/account/register/director"], doors);
    }
}
