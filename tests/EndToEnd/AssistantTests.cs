using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.EndToEnd;

/// <summary>The assistants beside the form, with JavaScript and without, and the administrator who reads what they hold back.</summary>
public sealed class AssistantTests(SampleSite site)
{
    private const string Bad = "Développer une application web en C# et SQL. Nous cherchons un homme de moins de 30 ans.";

    [Fact]
    public async Task The_assistants_speak_while_the_recruiter_types()
    {
        await using var context = await site.BrowserAsync(javaScript: true);
        var page = await context.NewPageAsync();
        await site.SignInAsync(page, Roles.Recruiter);
        await page.GotoAsync("/offers/new");
        await page.FillAsync("#Input_Title", "Développeur web");
        await page.FillAsync("#Input_Text", Bad);
        var box = page.Locator("[data-assistant]");
        await box.GetByText("Développeuse ou développeur web").WaitForAsync();
        await box.GetByText("(âge)").WaitForAsync();
        Assert.Matches(@"L’assistant a \d remarques", await box.Locator("[role=status]").InnerTextAsync());
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(SampleSite.Screenshots, "assistant-typing.png"), FullPage = true });
        await box.Locator("[data-title]").ClickAsync();
        Assert.Equal("Développeuse ou développeur web", await page.InputValueAsync("#Input_Title"));
        Assert.Equal(Bad, await page.InputValueAsync("#Input_Text"));
        await box.Locator("[data-title]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        Assert.EndsWith("/offers/new", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_JavaScript_they_speak_on_review_and_a_held_offer_is_read_and_published()
    {
        await using var recruiting = await site.BrowserAsync();
        var recruiter = await recruiting.NewPageAsync();
        await site.SignInAsync(recruiter, Roles.Recruiter);
        await recruiter.GotoAsync("/offers/new");
        await recruiter.FillAsync("#Input_Title", "Vendeur de glaces relu");
        await recruiter.FillAsync("#Input_Text", "Trop court");
        await recruiter.ClickAsync("main form button.btn-primary");
        await recruiter.ClickAsync("[data-title]");
        Assert.Equal("Vendeuse ou vendeur de glaces relu", await recruiter.InputValueAsync("#Input_Title"));
        await recruiter.FillAsync("#Input_Text", "Vendre des glaces au bord du lac tout l’été. Nous cherchons un homme de moins de 30 ans.");
        await recruiter.ClickAsync("main form button.btn-primary");
        await recruiter.WaitForURLAsync(new Regex("/ranking"));
        await recruiter.GotoAsync(recruiter.Url.Replace("/ranking", "/edit", StringComparison.Ordinal));
        await recruiter.SelectOptionAsync("#Input_Level", "Bac+3");
        foreach (var (field, value) in new[] { ("Starts", "2027-07-01"), ("DurationWeeks", "8"), ("WeeklyHours", "35"), ("City", "Annecy"), ("Pay", "5") })
        {
            await recruiter.FillAsync("#Input_" + field, value);
        }
        await recruiter.ClickAsync("button[formaction*='Publish']");
        await recruiter.GetByText("Une personne va la relire").First.WaitForAsync();

        foreach (var (width, scheme) in new[] { (320, ColorScheme.Dark), (1280, ColorScheme.Light) })
        {
            await using var context = await site.BrowserAsync(javaScript: true, width: width, scheme: scheme);
            var page = await context.NewPageAsync();
            await site.SignInAsync(page, Roles.Administrator);
            await page.GotoAsync("/admin/offers");
            await CheckAsync(page, $"moderation-queue-{width}");
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Vendeuse ou vendeur de glaces relu" }).ClickAsync();
            Assert.Equal(["cherchons un homme", "de moins de 30 ans"], await page.Locator("mark").AllInnerTextsAsync());
            await CheckAsync(page, $"moderation-show-{width}");
        }

        await using var reading = await site.BrowserAsync();
        var administrator = await reading.NewPageAsync();
        await site.SignInAsync(administrator, Roles.Administrator);
        await administrator.GotoAsync("/admin/offers");
        await administrator.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Vendeuse ou vendeur de glaces relu" }).ClickAsync();
        await administrator.ClickAsync("form.decide button[value=ChangesAsked]");
        await administrator.Locator("#Input_Words-error").WaitForAsync();
        await administrator.ClickAsync("form.decide button[value=Published]");
        await administrator.GetByText("Offre acceptée").WaitForAsync();
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(SampleSite.Screenshots, name + ".png"), FullPage = true });
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"), name + ": wider than the screen");
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.Equal([], result.Violations.Select(v => $"{name}: {v.Id} – {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
    }
}
