using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.EndToEnd;

/// <summary>The form of an offer in a browser.</summary>
public sealed partial class OfferFormTests(SampleSite site)
{
    private const string Text = "Stage de développement web en C# et SQL, API REST et tests, pour six mois, dans une équipe de cinq personnes.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Acceptance", "5")]
    public async Task An_end_before_the_start_no_post_and_no_way_to_apply_are_three_errors_with_the_focus_on_their_summary(bool javaScript)
    {
        await using var context = await site.BrowserAsync(javaScript);
        var page = await context.NewPageAsync();
        await site.SignInAsync(page, Roles.Recruiter);
        await BeginAsync(page);
        await page.ClickAsync("a[href$='/edit']");
        foreach (var (name, value) in new[] { ("Title", "Stage web"), ("Starts", "2027-06-01"), ("Ends", "2027-05-01"), ("WeeklyHours", "35"), ("City", "Grenoble"), ("Pay", "5"), ("Posts", "0"), ("ContactEmail", "") })
        {
            await page.FillAsync("#Input_" + name, value);
        }
        await page.SelectOptionAsync("#Input_Level", "Bac+5");
        // A browser would say "0 is too small" itself; the site must, too.
        await page.EvaluateAsync("document.getElementById('offer').noValidate = true");
        await page.ClickAsync("#offer button.btn-primary");
        await page.WaitForSelectorAsync(".form-errors");
        Assert.Equal(3, await page.Locator(".form-errors li a").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.form-errors')"));
        foreach (var name in new[] { "Ends", "Posts", "ContactEmail" })
        {
            await page.ClickAsync($".form-errors a[href='#Input_{name}']");
            Assert.Equal("Input_" + name, await page.EvaluateAsync<string>("document.activeElement.id || document.querySelector(':target').id"));
        }
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(SampleSite.Screenshots, $"offer-errors-{javaScript}.png"), FullPage = true });
    }

    [Fact]
    public async Task What_is_typed_survives_a_closed_browser_and_another_tab_is_told()
    {
        var address = "";
        await using (var context = await site.BrowserAsync(javaScript: true))
        {
            var page = await context.NewPageAsync();
            await site.SignInAsync(page, Roles.Recruiter);
            await page.GotoAsync("/offers/new");
            await page.Locator("#Input_Text").PressSequentiallyAsync("Une offre à peine commencée, puis", new LocatorPressSequentiallyOptions { Delay = 10 });
            // No more than five seconds of work are lost.
            await SaidAsync(page, "Enregistré à");
            await page.WaitForURLAsync(Edit());
            address = page.Url;
        }
        await using var again = await site.BrowserAsync(javaScript: true);
        var (one, other) = (await again.NewPageAsync(), await again.NewPageAsync());
        await site.SignInAsync(one, Roles.Recruiter);
        await one.GotoAsync(address);
        Assert.Equal("Une offre à peine commencée, puis", await one.InputValueAsync("#Input_Text"));
        await other.GotoAsync(address);
        await one.FillAsync("#Input_Title", "Un onglet");
        await SaidAsync(one, "Enregistré à");
        await other.FillAsync("#Input_Title", "Un autre onglet");
        await SaidAsync(other, "dans un autre onglet");
        await other.Locator("#offer .actions button").Last.ClickAsync();
        await other.WaitForSelectorAsync("#theirs");
        Assert.Equal("Un autre onglet", await other.InputValueAsync("#Input_Title"));
        Assert.Contains("Un onglet", await other.InnerTextAsync("[aria-labelledby=theirs]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_that_is_saved_while_its_draft_is_being_saved_meets_no_conflict()
    {
        await using var context = await site.BrowserAsync(javaScript: true);
        var page = await context.NewPageAsync();
        await site.SignInAsync(page, Roles.Recruiter);
        await BeginAsync(page);
        await page.ClickAsync("a[href$='/edit']");
        await page.WaitForURLAsync(Edit());
        var gate = new TaskCompletionSource();
        await page.RouteAsync(new Regex("handler=Autosave"), async route =>
        {
            var answer = await route.FetchAsync();
            await gate.Task;
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer });
        });
        // The save is on its way when more is typed and the button is pressed.
        await page.RunAndWaitForRequestAsync(() => page.FillAsync("#Input_Title", "Avant"), request => request.Url.Contains("Autosave", StringComparison.Ordinal));
        await page.FillAsync("#Input_Title", "Après");
        await page.Locator("#offer .actions button").Last.ClickAsync();
        gate.SetResult();
        await page.Locator(".flash").WaitForAsync();
        Assert.Equal("Après", await page.InputValueAsync("#Input_Title"));
        Assert.Equal(0, await page.Locator("#theirs").CountAsync());
    }

    private static Task SaidAsync(IPage page, string words) =>
        page.Locator("[data-saved]", new PageLocatorOptions { HasText = words }).WaitForAsync(new LocatorWaitForOptions { Timeout = 5_000 });

    private static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/offers/new");
        await page.FillAsync("#Input_Text", Text);
        await page.ClickAsync("main form button.btn-primary");
        await page.WaitForURLAsync(new Regex("/ranking$"));
    }

    [GeneratedRegex("/offers/[0-9a-f-]{36}/edit$")]
    private static partial Regex Edit();
}
