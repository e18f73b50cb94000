using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Passwords;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Admin.Tests;

public sealed class PasswordTests
{
    private const string Email = "camille.essai@univ.example";

    [Theory]
    [InlineData("quatorze.signe", "PasswordLength")]
    [InlineData("", "PasswordLength")]
    [InlineData("quinze signes!!", null)]
    [InlineData("cheval agrafe batterie correct", null)]
    [InlineData("œuf à la coque & café", null)]
    [InlineData("k7-vq2-mnx-84ht-zr3w", null)]
    [InlineData("motdepasse12345", "PasswordCommon")]
    [InlineData("PasswordPassword1", "PasswordCommon")]
    [InlineData("P@ssw0rd2026!!!", "PasswordCommon")]
    [InlineData("azertyuiopqsdfghjklm", "PasswordCommon")]
    [InlineData("Université Grenoble 2026", "PasswordCommon")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "PasswordCommon")]
    [InlineData("123456789012345", "PasswordCommon")]
    [InlineData("xyz!xyz!xyz!xyz!", null)]
    [InlineData("x!x!x!x!x!x!x!x!", "PasswordCommon")]
    [InlineData("Smart-Recruiting de Paul", "PasswordContext")]
    [InlineData("j'aime Alpes Stages beaucoup", "PasswordContext")]
    [InlineData("Camille Essai et son chat", "PasswordContext")]
    public void A_password_is_long_own_and_names_neither_site_nor_owner(string password, string? problem)
    {
        Assert.Equal(problem, Rules().Problem(password, Email));
    }

    [Fact]
    public void A_password_of_128_characters_is_accepted_and_one_of_129_refused()
    {
        var text = string.Concat(Enumerable.Range(0, 43).Select(i => (char)('a' + i % 26) + (i * 7 % 90 + 10).ToString(CultureInfo.InvariantCulture)));
        Assert.Null(Rules().Problem(text[..128], Email));
        Assert.Equal("PasswordLength", Rules().Problem(text[..129], Email));
    }

    [Fact]
    public void A_generated_password_is_never_refused()
    {
        var rules = Rules();
        Assert.All(Enumerable.Range(0, 2000), _ => Assert.Null(rules.Problem(NewPassword.Make(), Email)));
    }

    [Theory]
    [InlineData("fr-FR", "Le mot de passe doit compter de 15 à 128 caractères.")]
    [InlineData("en-GB", "The password must have 15 to 128 characters.")]
    public async Task A_refusal_is_said_in_the_language_of_the_reader(string language, string text)
    {
        await using var host = await TestHost.StartAsync();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var refused = await host.WithAsync<IAccounts, AccountResult>(a =>
            a.EnsureAsync(Email, "Camille Essai", Roles.Student, "court", CancellationToken.None));
        Assert.Null(refused.AccountId);
        Assert.Equal([text], refused.Errors);
    }

    [Fact]
    public async Task A_bad_address_is_refused_with_one_reason()
    {
        await using var host = await TestHost.StartAsync();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var refused = await host.WithAsync<IAccounts, AccountResult>(a =>
            a.EnsureAsync("camille", "Camille Essai", Roles.Student, TestHost.Password, CancellationToken.None));
        Assert.Equal(["Cette adresse e-mail n’est pas valable."], refused.Errors);
    }

    private static PasswordRules Rules() => new(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Site:Name", (string?)"Alpes Stages")]).Build(), new NoTexts());

    // The rules name a key; only pages need its text.
    private sealed class NoTexts : IStringLocalizer<Text>
    {
        public LocalizedString this[string name] => new(name, name);

        public LocalizedString this[string name, params object[] arguments] => new(name, name);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
