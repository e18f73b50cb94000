using System.Net;
using SmartRecruiting.Contracts;
using static SmartRecruiting.Admin.Tests.Given;

namespace SmartRecruiting.Admin.Tests;

public sealed class ResetTests
{
    [Theory, EveryDatabase]
    [Trait("Acceptance", "25")]
    public async Task A_forgotten_password_is_replaced_once_by_the_button_behind_the_link(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AccountAsync(Roles.Student, Email);
        var open = await host.SignInAsync(Email);
        var visitor = host.Anonymous();
        await AskAsync(visitor, Email);
        var mail = await host.MailToAsync(Email);
        var page = await visitor.GetAsync(mail.Link());
        Assert.StartsWith("/my-offers", (await host.Anonymous().SignInAsync()).Path, StringComparison.Ordinal);

        var refused = await visitor.SubmitAsync(page, "main form", ("Password", "court"));
        Assert.Contains("de 15 à 128 caractères", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("court", refused.Html, StringComparison.Ordinal);
        Assert.Equal("/account/login", (await visitor.SubmitAsync(page, "main form", ("Password", Other))).Path);
        Assert.StartsWith("/my-offers", (await host.Anonymous().SignInAsync(Email, Other)).Path, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await host.Anonymous().SignInAsync()).Path, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.False(await open.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SubmitAsync(page, "main form", ("Password", TestHost.Password))).Status);
        Assert.Equal("Votre compte a changé", (await host.MailToAsync(Email)).Subject);
        Assert.All(host.Mails(), m => Assert.DoesNotContain(TestHost.Password, m.TextBody + m.HtmlBody, StringComparison.Ordinal));
        Assert.All(host.Mails(), m => Assert.DoesNotContain(Other, m.TextBody + m.HtmlBody, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Acceptance", "25")]
    public async Task Known_and_unknown_addresses_get_the_same_answer()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, Email);
        var known = await AskAsync(host.Anonymous(), Email);
        var unknown = await AskAsync(host.Anonymous(), "personne@univ.example");
        Assert.Equal((known.Status, known.Path, known.Text), (unknown.Status, unknown.Path, unknown.Text));
        await host.SettleAsync();
        Assert.Equal(Email, Assert.Single(host.Mails()).To.Mailboxes.Single().Address);
    }

    [Fact]
    [Trait("Acceptance", "25")]
    public async Task The_link_lives_an_hour_and_a_later_reset_makes_earlier_links_worthless()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, Email);
        var visitor = host.Anonymous();
        await AskAsync(visitor, Email);
        var first = (await host.MailToAsync(Email)).Link();
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        await AskAsync(visitor, Email);
        var second = (await host.MailToAsync(Email)).Link();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(first)).Status);
        await visitor.SubmitAsync(await visitor.GetAsync(second), "main form", ("Password", Other));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(first)).Status);
        await AskAsync(visitor, Email);
        var third = (await host.MailToAsync(Email)).Link();
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(third)).Status);
    }

    [Theory, EveryDatabase]
    public async Task Twenty_presses_at_once_change_the_password_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AccountAsync(Roles.Student, Email);
        var visitor = host.Anonymous();
        await AskAsync(visitor, Email);
        var page = await visitor.GetAsync((await host.MailToAsync(Email)).Link());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => visitor.SubmitAsync(page, "main form", ("Password", Other))));
        Assert.Equal(1, answers.Count(a => a.Path == "/account/login"));
        await host.SettleAsync();
        Assert.Equal(1, host.Mails().Count(m => m.Subject == "Votre compte a changé"));
    }

    [Fact]
    public async Task The_mail_speaks_English_to_who_reads_English()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, Email);
        var visitor = host.Anonymous();
        await visitor.PostAsync("/language", ("language", "en"), ("back", "/account/forgot"));
        await AskAsync(visitor, Email);
        var mail = await host.MailToAsync(Email);
        Assert.Equal("Choose a new password", mail.Subject);
        Assert.Contains("The link works once, within an hour.", mail.TextBody, StringComparison.Ordinal);
    }

    private static async Task<Page> AskAsync(Visitor visitor, string email) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/account/forgot"), "main form", ("Email", email));
}
