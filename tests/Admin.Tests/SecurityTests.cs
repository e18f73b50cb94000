using System.Net;
using SmartRecruiting.Admin.SignIn;
using SmartRecruiting.Contracts;
using static SmartRecruiting.Admin.Tests.Given;

namespace SmartRecruiting.Admin.Tests;

public sealed class SecurityTests
{
    [Theory, EveryDatabase]
    public async Task Another_password_ends_the_other_sessions_and_asks_for_the_one_of_now(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var here = await host.AsAsync(Roles.Student, Email);
        var elsewhere = await host.SignInAsync(Email);
        var page = await here.GetAsync("/account/security/password");
        var refused = await here.SubmitAsync(page, "main form", ("Current", Other), ("Next", "court"));
        Assert.Equal(
            ["Le mot de passe doit compter de 15 à 128 caractères.", "Ce n’est pas votre mot de passe actuel."],
            refused.All(".invalid-feedback").Reverse());
        await here.SubmitAsync(page, "main form", ("Current", TestHost.Password), ("Next", Other));
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.True(await here.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
        Assert.StartsWith("/my-offers", (await elsewhere.SignInAsync(Email, Other)).Path, StringComparison.Ordinal);
        Assert.Contains("Le mot de passe de votre compte a été changé", (await host.MailToAsync(Email)).TextBody, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    [Trait("Acceptance", "11")]
    public async Task Another_address_counts_once_its_owner_confirms_it_and_the_old_one_is_told(Database database)
    {
        const string Next = "nouvelle@univ.example";
        await using var host = await TestHost.StartAsync(database);
        var visitor = await host.AsAsync(Roles.Student, Email);
        var form = await visitor.GetAsync("/account/security/email");
        await visitor.SubmitAsync(form, "main form", ("Email", " Nouvelle@univ.example"), ("Password", TestHost.Password));
        var link = (await host.MailToAsync(Next)).Link();
        var page = await host.Anonymous().GetAsync(link);
        Assert.Contains(Next, page.Text, StringComparison.Ordinal);
        Assert.StartsWith("/my-offers", (await host.Anonymous().SignInAsync()).Path, StringComparison.Ordinal);

        var anywhere = host.Anonymous();
        page = await anywhere.GetAsync(link);
        await anywhere.SubmitAsync(page, "main form");
        Assert.Contains("remplacée par une autre", (await host.MailToAsync(Email)).TextBody, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await host.Anonymous().SignInAsync()).Path, StringComparison.Ordinal);
        Assert.StartsWith("/my-offers", (await host.Anonymous().SignInAsync(Next)).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anywhere.SubmitAsync(page, "main form")).Status);
    }

    [Fact]
    public async Task Whether_somebody_has_the_new_address_only_a_mail_to_it_tells()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, "prise@univ.example");
        var visitor = await host.AsAsync(Roles.Student, Email);
        var free = await visitor.SubmitAsync(await visitor.GetAsync("/account/security/email"), "main form", ("Email", "libre@univ.example"), ("Password", TestHost.Password));
        var taken = await visitor.SubmitAsync(await visitor.GetAsync("/account/security/email"), "main form", ("Email", "prise@univ.example"), ("Password", TestHost.Password));
        Assert.Equal(free.Text, taken.Text);
        Assert.Equal("Vous avez déjà un compte", (await host.MailToAsync("prise@univ.example")).Subject);
    }

    [Theory, EveryDatabase]
    [Trait("Acceptance", "27")]
    public async Task My_sessions_are_listed_and_the_others_end_within_five_seconds(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var here = await host.AsAsync(Roles.Student, Email);
        var elsewhere = host.Anonymous();
        await elsewhere.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/account/login"));
        await elsewhere.SignInAsync();
        var stranger = await host.AsAsync(Roles.Student, "autre@univ.example");
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        var list = await here.GetAsync("/account/security");
        Assert.Equal(2, list.All("tbody tr").Count);
        Assert.Single(list.All(".status"));
        Assert.True(await elsewhere.IsSignedInAsync());

        var after = await here.SubmitAsync(list, "main form");
        Assert.Single(after.All("tbody tr"));
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.False(await elsewhere.IsSignedInAsync());
        Assert.True(await here.IsSignedInAsync());
        Assert.True(await stranger.IsSignedInAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_session_is_seen_every_five_minutes_and_ends_after_a_week_however_busy(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var visitor = await host.AsAsync(Roles.Student, Email);
        host.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("02/03/2026 10:00", await SeenAsync());
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("02/03/2026 10:06", await SeenAsync());
        for (var hours = 6; hours < 7 * 24; hours += 6)
        {
            host.Clock.Advance(TimeSpan.FromHours(6));
            Assert.True(await visitor.IsSignedInAsync());
        }
        host.Clock.Advance(TimeSpan.FromHours(6));
        Assert.False(await visitor.IsSignedInAsync());

        async Task<string> SeenAsync() => (await visitor.GetAsync("/account/security")).All("tbody td")[^1];
    }

    [Fact]
    public async Task Signing_out_makes_the_cookie_worthless()
    {
        await using var host = await TestHost.StartAsync();
        var visitor = await host.AsAsync(Roles.Student, Email);
        var cookie = visitor.Cookies;
        await visitor.SubmitAsync(await visitor.GetAsync("/account"), "main form");
        host.Clock.Advance(TimeSpan.FromSeconds(5.1));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Cookie", cookie);
        using var answer = await host.Anonymous().SendAsync(request);
        Assert.Equal("/account/login", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari · iPhone")]
    [InlineData("curl/8.0", "")]
    [InlineData("", "")]
    public void A_device_is_named_by_browser_and_system(string userAgent, string device) => Assert.Equal(device, Device.Of(userAgent));
}
