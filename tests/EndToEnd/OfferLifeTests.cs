using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using static SmartRecruiting.EndToEnd.SmallUniversity;

namespace SmartRecruiting.EndToEnd;

/// <summary>The life of an offer, as its recruiter sees it from day to day.</summary>
public sealed class OfferLifeTests(SampleSite site)
{
    private const string Title = "Stage développement web";

    [Theory, InlineData(true), InlineData(false)]
    [Trait("Acceptance", "4")]
    [Trait("Acceptance", "10")]
    [Trait("Acceptance", "11")]
    [Trait("Acceptance", "12")]
    public async Task An_offer_keeps_to_the_law_ends_in_time_is_renewed_withdrawn_and_brought_back(bool javaScript)
    {
        await using var host = await StartAsync(new DateOnly(2026, 1, 31));
        await using var recruiting = await site.BrowserAsync(javaScript, javaScript ? 1280 : 390, host: host);
        await using var searching = await site.BrowserAsync(javaScript, host: host);
        var (page, anybody) = (await recruiting.NewPageAsync(), await searching.NewPageAsync());
        await page.SignInAsync(Recruiter);
        await page.GotoAsync("/offers/new");
        await page.FillAsync("#Input_Title", Title);
        await page.FillAsync("#Input_Text", OfferText);
        await page.ClickAsync("main form button.btn-primary");
        await page.WaitForURLAsync(new Regex("/ranking$"));
        await page.ClickAsync("a[href$='/edit']");

        // 925 hours are refused, 924 are published.
        await page.SelectOptionAsync("#Input_Level", "Bac+5");
        await page.FillAsync("#Input_Starts", "2026-04-01");
        await page.FillAsync("#Input_City", "Grenoble");
        await page.ClickAsync("#offer details summary");
        await page.SelectOptionAsync("#Input_PublicationMonths", "1");
        await HoursAsync("37", "25", pay: "5");
        var said = page.Locator("[data-assistant]");
        // While typing, before any button is pressed.
        if (javaScript) await Expect(said).ToContainTextAsync("925 h de présence : la limite est de 924 h");
        await page.ClickAsync("#offer button.btn-primary");
        await Expect(page.Locator("#Input_DurationWeeks-error")).ToContainTextAsync("925 h de présence : la limite est de 924 h");
        await Expect(said).ToContainTextAsync("925 h de présence : la limite est de 924 h");
        await page.ShotAsync("offer-925-hours");
        await HoursAsync("33", "28", pay: "5");
        if (javaScript) await Expect(said).ToContainTextAsync("924 h de présence, soit 132 jours");
        await page.ClickAsync("#offer button.btn-primary");
        await page.WaitForURLAsync(new Regex("/ranking$"));
        var offer = new Uri(page.Url).AbsolutePath.Replace("/ranking", "", StringComparison.Ordinal);

        // 309 hours without pay are refused, and nothing of it is saved; 308 are not.
        await page.GotoAsync(offer + "/edit");
        await HoursAsync("30,9", "10", pay: "0");
        if (javaScript) await Expect(said).ToContainTextAsync("309 h de présence : au-delà de 308 h, la gratification est d’au moins 4,50 € par heure");
        await page.ClickAsync("#offer button.btn-primary");
        await Expect(page.Locator(".form-errors a[href='#Input_Pay']")).ToContainTextAsync("309 h");
        await Expect(page.Locator("#Input_Pay-error")).ToContainTextAsync("4,50 €");
        await Expect(said).ToContainTextAsync("4,50 €");
        await page.ShotAsync("offer-309-hours");
        await HoursAsync("28", "11", pay: "0");
        await page.ClickAsync("#offer button.btn-primary");
        await page.WaitForURLAsync(new Regex(offer + "$"));
        await Expect(page.Locator(".facts")).ToContainTextAsync("11 semaines");

        // It ends on 28 February, after two reminders, and stays with its recruiter and in the statistics.
        await Expect(page.Locator(".facts dt:text-is('Fin de publication') + dd")).ToHaveTextAsync("28/02/2026");
        await IsFoundAsync(true);
        await OnAsync(2, 20, mails: 0);
        await OnAsync(2, 21, mails: 1);
        await ReturnAsync();
        await host.OpenLinksAsync(page, host.Mails()[^1]);
        await Expect(page.Locator("main")).ToContainTextAsync("28 février 2026");
        await page.ShotAsync("offer-renew");
        await OnAsync(2, 26, mails: 1);
        await OnAsync(2, 27, mails: 2);
        await OnAsync(2, 28, mails: 2);
        await IsFoundAsync(true);
        await OnAsync(3, 1, mails: 2);
        await IsFoundAsync(false);
        await ReturnAsync();
        await page.GotoAsync("/offers");
        await Expect(page.Locator("tbody tr", new() { HasText = Title })).ToContainTextAsync("Expirée");
        await page.ShotAsync("offers-expired");
        await IsCountedAsync();

        // The button of the page that the reminder opens, and no page before, makes it public again.
        await page.GotoAsync(host.Mails()[^1].Links()[0]);
        await page.SelectOptionAsync("#Months", "2");
        await page.ClickAsync("main form button.btn-primary");
        await Expect(page.Locator(".facts dt:text-is('Fin de publication') + dd")).ToHaveTextAsync("01/05/2026");
        await IsFoundAsync(true);

        // Withdrawn, it comes back as it was within thirty days, and not after.
        var before = await page.InnerTextAsync(".facts");
        await WithdrawAsync();
        await Expect(page.Locator("form[action*='Restore']")).ToContainTextAsync("31/03/2026");
        await page.ShotAsync("offer-withdrawn");
        await IsFoundAsync(false);
        await OnAsync(3, 30, mails: 2);
        await ReturnAsync();
        await page.GotoAsync(offer);
        await page.ClickAsync("form[action*='Restore'] button");
        await Expect(page.Locator(".flash")).ToContainTextAsync("revenue telle qu’elle était");
        Assert.Equal(before, await page.InnerTextAsync(".facts"));
        await Expect(page.Locator("main")).ToContainTextAsync(OfferText);
        await IsFoundAsync(true);
        await WithdrawAsync();
        await OnAsync(4, 29, mails: 2);
        await ReturnAsync();
        await page.GotoAsync(offer);
        await Expect(page.Locator("form[action*='Restore']")).ToHaveCountAsync(0);
        await Expect(page.Locator(".page-head .status")).ToHaveTextAsync("Retirée");

        async Task HoursAsync(string weekly, string weeks, string pay)
        {
            await page.FillAsync("#Input_WeeklyHours", weekly);
            await page.FillAsync("#Input_DurationWeeks", weeks);
            await page.FillAsync("#Input_Pay", pay);
        }

        // The job runs twice each time.
        async Task OnAsync(int month, int day, int mails)
        {
            host.Clock.Set(Morning(new DateOnly(2026, month, day)));
            for (var twice = 0; twice < 2; twice++) await host.RunJobAsync("recruiting.expire-offers");
            await host.SettleAsync();
            Assert.Equal(mails, host.Mails().Count);
        }

        // The session of days before is over.
        async Task ReturnAsync()
        {
            await recruiting.ClearCookiesAsync();
            await page.SignInAsync(Recruiter);
        }

        async Task IsFoundAsync(bool isOpen)
        {
            await host.SettleAsync();
            await anybody.GotoAsync("/internships");
            await Expect(anybody.GetByRole(AriaRole.Link, new() { Name = Title, Exact = true })).ToHaveCountAsync(isOpen ? 1 : 0);
        }

        async Task IsCountedAsync()
        {
            await host.RunJobAsync("schooling.refresh-statistics");
            await using var managing = await site.BrowserAsync(javaScript, host: host);
            var manager = await managing.NewPageAsync();
            await manager.SignInAsync(Manager);
            await manager.GotoAsync("/dashboard?tab=offers&level=university");
            await manager.ShotAsync("dashboard-expired");
            // With a chart, the table is one click away.
            if (javaScript) await manager.ClickAsync("details:has(a[href*='key=Expired']) summary");
            await manager.ClickAsync("a[href*='key=Expired']");
            await Expect(manager.Locator("tbody tr", new() { HasText = Title })).ToHaveCountAsync(1);
            await manager.ShotAsync("dashboard-offers-expired");
        }

        async Task WithdrawAsync()
        {
            await page.Locator("summary", new() { HasText = "Retirer" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Oui, retirer cette offre" }).ClickAsync();
            await Expect(page.Locator(".flash")).ToContainTextAsync("Offre retirée");
        }
    }
}
