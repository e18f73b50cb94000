using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using static SmartRecruiting.EndToEnd.SmallUniversity;

namespace SmartRecruiting.EndToEnd;

/// <summary>The links that an account lives by.</summary>
public sealed class AccountLinkTests(SampleSite site)
{
    private const string Email = "eleve@essais.example";
    private const string NextPassword = "une autre phrase, plus longue encore";

    [Theory, InlineData(true), InlineData(false)]
    [Trait("Acceptance", "11")]
    public async Task A_student_signs_up_and_changes_a_forgotten_password_by_links_that_ask_first(bool javaScript)
    {
        await using var host = await StartAsync(new DateOnly(2026, 3, 2));
        Assert.Empty((await host.ImportAsync("students", $"name,email,programme,year,opt_out\nÉlève Essai,{Email},INFO,4,no\n")).Errors);
        await using var context = await site.BrowserAsync(javaScript, javaScript ? 1280 : 390, host: host);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/register/student");
        await page.FillAsync("#Account_Name", "Élève Essai");
        await page.FillAsync("#Account_Email", Email);
        await page.FillAsync("#Account_Password", TestHost.Password);
        await page.ClickAsync("#sign-up button.btn-primary");
        await page.WaitForURLAsync("**/account/register/sent");
        await host.SettleAsync();

        var confirm = Assert.Single(host.Mails());
        await host.OpenLinksAsync(page, confirm);
        await page.ShotAsync("account-confirm");
        await page.ClickAsync("main form button.btn-primary");
        await page.WaitForURLAsync("**/account/login");
        await host.SettleAsync();
        await page.SignInAsync(Email);
        await context.ClearCookiesAsync();

        await page.GotoAsync("/account/forgot");
        await page.FillAsync("#Email", Email);
        await page.ClickAsync("main form button.btn-primary");
        await Expect(page.Locator("main form")).ToHaveCountAsync(0);
        await host.SettleAsync();
        var reset = host.Mails()[^1];
        await host.OpenLinksAsync(page, reset);
        await page.ShotAsync("account-reset");
        await page.FillAsync("#Password", NextPassword);
        await page.ClickAsync("main form button.btn-primary");
        await page.WaitForURLAsync("**/account/login");
        await SampleSite.SignInAsync(page, Email, NextPassword);

        // Used once, a link says so and does nothing more.
        var before = host.Tables();
        foreach (var link in confirm.Links().Concat(reset.Links()))
        {
            await page.GotoAsync(link);
            await Expect(page.Locator("main")).ToContainTextAsync("Ce lien n’est pas ou plus valable");
        }
        Assert.Equal([], host.ChangedSince(before));
    }
}
