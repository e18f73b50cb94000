using System.Net;
using SmartRecruiting.Admin.Security;
using SmartRecruiting.Contracts;
using static SmartRecruiting.Admin.Tests.Given;

namespace SmartRecruiting.Admin.Tests;

public sealed class TwoFactorTests
{
    private const string Required = "Accounts:RequireTwoFactor=true";

    // RFC 6238, appendix B: the last six of its eight digits; the secret is "12345678901234567890".
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long time, string code) =>
        Assert.Equal(code, Totp.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(time))));

    [Theory, EveryDatabase]
    public async Task With_a_second_step_the_password_alone_opens_nothing_and_a_code_counts_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var owner = await host.AsAsync(Roles.Student, Email);
        var (secret, codes) = await host.AddSecondStepAsync(owner);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.True(await owner.IsSignedInAsync());
        Assert.Contains("activée", (await host.MailToAsync(Email)).TextBody, StringComparison.Ordinal);

        var visitor = host.Anonymous();
        var ask = await visitor.SignInAsync();
        Assert.StartsWith("/account/second-step", ask.Path, StringComparison.Ordinal);
        Assert.False(await visitor.IsSignedInAsync());
        // The code that switched it on was taken.
        Assert.Contains("n’est pas ou plus valable", (await CodeAsync(visitor, ask, host.Code(secret))).Text, StringComparison.Ordinal);
        host.Clock.Advance(Totp.Step);
        var code = host.Code(secret);
        Assert.Equal("/my-offers", (await CodeAsync(visitor, ask, code[..3] + " " + code[3..])).Path);

        var thief = host.Anonymous();
        ask = await thief.SignInAsync();
        Assert.StartsWith("/account/second-step", (await CodeAsync(thief, ask, code)).Path, StringComparison.Ordinal);
        Assert.False(await thief.IsSignedInAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_recovery_code_replaces_the_device_once_and_new_ones_replace_the_old(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var owner = await host.AsAsync(Roles.Student, Email);
        var (_, codes) = await host.AddSecondStepAsync(owner);
        var visitor = host.Anonymous();
        Assert.Equal("/my-offers", (await CodeAsync(visitor, await visitor.SignInAsync(), codes[3].ToUpperInvariant())).Path);
        var again = host.Anonymous();
        Assert.StartsWith("/account/second-step", (await CodeAsync(again, await again.SignInAsync(), codes[3])).Path, StringComparison.Ordinal);

        var page = await owner.GetAsync("/account/security/two-factor");
        Assert.Contains("restants : 9", page.Text, StringComparison.Ordinal);
        var renewed = await PressAsync(owner, page, "Codes", Other);
        Assert.Empty(renewed.All("main code"));
        var next = await PressAsync(owner, page, "Codes");
        Assert.Equal(10, next.All("main code").Except(codes).Count());
        Assert.StartsWith("/account/second-step", (await CodeAsync(again, await again.SignInAsync(), codes[4])).Path, StringComparison.Ordinal);
        Assert.Equal("/my-offers", (await CodeAsync(again, await again.SignInAsync(), next.All("main code")[0])).Path);
    }

    [Theory, EveryDatabase]
    public async Task A_known_device_is_spared_the_code_for_thirty_days_or_until_it_is_forgotten(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        // The visitor's own cookies end by the machine's clock.
        host.Clock.Set(DateTimeOffset.UtcNow);
        var owner = await host.AsAsync(Roles.Student, Email);
        var (secret, _) = await host.AddSecondStepAsync(owner);
        host.Clock.Advance(Totp.Step);
        var visitor = host.Anonymous();
        await CodeAsync(visitor, await visitor.SignInAsync(), host.Code(secret), ("Input.Remember", "true"));
        await visitor.SubmitAsync(await visitor.GetAsync("/account"), "main form");
        host.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal("/my-offers", (await visitor.SignInAsync()).Path);
        await visitor.SubmitAsync(await visitor.GetAsync("/account"), "main form");
        host.Clock.Advance(TimeSpan.FromDays(2));
        var ask = await visitor.SignInAsync();
        Assert.StartsWith("/account/second-step", ask.Path, StringComparison.Ordinal);

        await CodeAsync(visitor, ask, host.Code(secret), ("Input.Remember", "true"));
        var page = await visitor.GetAsync("/account/security/two-factor");
        await visitor.SubmitAsync(page, "main section form");
        await visitor.SubmitAsync(await visitor.GetAsync("/account"), "main form");
        Assert.StartsWith("/account/second-step", (await visitor.SignInAsync()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switching_it_off_asks_for_the_password()
    {
        await using var host = await TestHost.StartAsync();
        var owner = await host.AsAsync(Roles.Student, Email);
        await host.AddSecondStepAsync(owner);
        var page = await owner.GetAsync("/account/security/two-factor");
        await PressAsync(owner, page, "Remove", Other);
        Assert.StartsWith("/account/second-step", (await host.Anonymous().SignInAsync()).Path, StringComparison.Ordinal);
        await PressAsync(owner, page, "Remove");
        Assert.Equal("/my-offers", (await host.Anonymous().SignInAsync()).Path);
        Assert.Contains("désactivée", (await host.MailToAsync(Email)).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_cannot_be_tried_without_end_from_any_address()
    {
        await using var host = await TestHost.StartAsync();
        var owner = await host.AsAsync(Roles.Student, Email);
        var (secret, _) = await host.AddSecondStepAsync(owner);
        host.Clock.Advance(Totp.Step);
        var visitor = host.Anonymous();
        var ask = await visitor.SignInAsync();
        for (var i = 0; i < 10; i++) Assert.Equal(HttpStatusCode.OK, (await CodeAsync(visitor, ask, "000000")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await CodeAsync(visitor, ask, host.Code(secret))).Status);
    }

    [Fact]
    public async Task The_second_step_waits_five_minutes()
    {
        await using var host = await TestHost.StartAsync();
        var owner = await host.AsAsync(Roles.Student, Email);
        var (secret, _) = await host.AddSecondStepAsync(owner);
        var visitor = host.Anonymous();
        var ask = await visitor.SignInAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5.1));
        Assert.StartsWith("/account/login", (await CodeAsync(visitor, ask, host.Code(secret))).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Administrator, "/catalogue")]
    [InlineData(Roles.Director, "/direction")]
    public async Task Administrators_and_directors_set_it_up_before_anything_else_and_keep_it(string role, string work)
    {
        await using var host = await TestHost.StartAsync(Database.Sqlite, Required);
        await host.AccountAsync(role, Email);
        var visitor = host.Anonymous();
        Assert.Contains("Votre rôle demande une deuxième étape", (await visitor.SignInAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("/account", (await visitor.GetAsync(work)).Path);
        await host.AddSecondStepAsync(visitor);
        Assert.Equal(work, (await visitor.GetAsync(work)).Path);
        var page = await visitor.GetAsync("/account/security/two-factor");
        Assert.Null(page.Document.QuerySelector("button[formaction*='Remove']"));
        await PressAsync(visitor, page, "Remove");
        Assert.StartsWith("/account/second-step", (await host.Anonymous().SignInAsync()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_are_free_to_set_it_up()
    {
        await using var host = await TestHost.StartAsync(Database.Sqlite, Required);
        var visitor = await host.AsAsync(Roles.Student, Email);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/my-offers")).Status);
    }

    [Fact]
    public async Task A_key_offered_to_one_account_is_not_taken_from_another()
    {
        await using var host = await TestHost.StartAsync();
        var one = await host.AsAsync(Roles.Student, Email);
        var two = await host.AsAsync(Roles.Student, "autre@univ.example");
        var offered = await one.GetAsync("/account/security/two-factor");
        var secret = offered.All("main section code").Single().Replace(" ", "", StringComparison.Ordinal);
        var setUp = offered.Document.QuerySelector("[name='Input.SetUp']")!.GetAttribute("value");
        var page = await two.GetAsync("/account/security/two-factor");
        var refused = await two.SubmitAsync(page, "main form", ("Input.SetUp", setUp), ("Input.Code", host.Code(secret)), ("Input.Password", TestHost.Password));
        Assert.Contains("n’est pas ou plus valable", refused.Text, StringComparison.Ordinal);
        Assert.StartsWith("data:image/png;base64,", page.Document.QuerySelector("main img")!.GetAttribute("src"), StringComparison.Ordinal);
    }

    private static async Task<Page> CodeAsync(Visitor visitor, Page ask, string code, params (string, string?)[] more) =>
        await visitor.SubmitAsync(ask, "main form", [("Input.Code", code), .. more]);

    // A button of a form that posts to a handler of its own.
    private static async Task<Page> PressAsync(Visitor visitor, Page page, string handler, string password = TestHost.Password)
    {
        var form = page.Document.QuerySelector("main form")!;
        var token = form.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        return await visitor.PostAsync($"/account/security/two-factor?handler={handler}", ("Input.Password", password), ("__RequestVerificationToken", token));
    }
}
