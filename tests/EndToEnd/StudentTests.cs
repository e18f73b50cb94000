using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.EndToEnd;

/// <summary>A student's own journey, with JavaScript and without: the pages are the same.</summary>
public sealed class StudentTests(SampleSite site)
{
    [Theory, InlineData(true), InlineData(false)]
    [Trait("Acceptance", "13")]
    [Trait("Acceptance", "14")]
    [Trait("Acceptance", "16")]
    public async Task A_student_searches_keeps_applies_and_stops(bool javaScript)
    {
        await using var context = await site.BrowserAsync(javaScript);
        var page = await context.NewPageAsync();

        // A programme, by somebody without an account.
        await page.GotoAsync("/programmes?q=concevoir+des+logiciels");
        var programme = page.Locator("ol.results > li").First;
        Assert.NotEmpty(await programme.Locator("h3 a").InnerTextAsync());
        Assert.NotEqual(0, await programme.Locator(".chip").CountAsync());
        Assert.NotEqual(0, await programme.Locator("a[href^='mailto:']").CountAsync());

        await site.SignInAsync(page, Roles.Student);
        var firsts = new List<string>();
        foreach (var words in new[] { "développement d’applications", "developpement application", "Developpements applications" })
        {
            await page.GotoAsync("/internships?q=" + Uri.EscapeDataString(words));
            firsts.Add(await page.Locator("ol.results > li h3").First.InnerTextAsync());
        }
        Assert.Single(firsts.Distinct());
        // The companies of before stand beside the offers, with how many and when.
        Assert.Matches(new Regex(@"\d+ offres?"), await page.Locator("main").InnerTextAsync());
        Assert.Matches(new Regex(@"\d{2}/\d{2}/\d{4}"), await page.Locator("main").InnerTextAsync());

        await page.ClickAsync("#save-search button");
        await page.WaitForURLAsync(new Regex("/my-searches"));
        Assert.NotEqual(0, await page.Locator(".results > li").CountAsync());
        await page.ClickAsync("button[formaction*='handler=Delete'] >> nth=0");
        await page.WaitForURLAsync(new Regex("/my-searches"));

        await page.GotoAsync("/internships?q=" + Uri.EscapeDataString("développement d’applications"));
        var title = await page.Locator("ol.results > li h3 a").First.InnerTextAsync();
        await page.ClickAsync("ol.results > li button[formaction*='handler=Save'] >> nth=0");
        await page.GotoAsync("/my-list");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = title, Exact = true }).First.ClickAsync();
        await page.ClickAsync("button[formaction*='handler=Apply']");
        await page.Locator("button[formaction*='handler=TakeBack']").WaitForAsync();
        await page.ClickAsync("button[formaction*='handler=TakeBack']");
        await page.Locator("button[formaction*='handler=Apply']").WaitForAsync();
        await page.GotoAsync("/my-list");
        await page.ClickAsync("tbody button[formaction*='handler=Unsave'] >> nth=0");
        await page.GotoAsync("/my-list");
        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = title, Exact = true }).CountAsync());
    }
}
