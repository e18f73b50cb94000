using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MimeKit;
using SmartRecruiting.Contracts;
using static Microsoft.Playwright.Assertions;
using static SmartRecruiting.EndToEnd.SmallUniversity;

namespace SmartRecruiting.EndToEnd;

/// <summary>A saved search that writes, until it is told to stop.</summary>
public sealed partial class AlertTests(SampleSite site)
{
    private const string Student = "eleve@essais.example";

    [Theory, InlineData(true), InlineData(false)]
    [Trait("Acceptance", "11")]
    [Trait("Acceptance", "15")]
    public async Task Of_fourteen_new_offers_ten_come_two_of_a_company_none_twice_and_one_click_stops(bool javaScript)
    {
        await using var host = await StartAsync(new DateOnly(2026, 3, 2));
        using (await host.AsAsync(Roles.Student, Student)) { }
        await using var context = await site.BrowserAsync(javaScript, 390, host: host);
        var page = await context.NewPageAsync();
        await page.SignInAsync(Student);
        await page.GotoAsync("/internships");
        await page.FillAsync("#q", "application web en C#");
        await page.Locator("form[role=search] button.btn-primary").First.ClickAsync();
        await page.ClickAsync("#save-search button");
        await Expect(page.Locator(".results h2")).ToHaveTextAsync("application web en C#");
        await page.ShotAsync("alert-saved");

        await PostAsync(host, new DateOnly(2026, 3, 3));
        var first = await AlertAsync(host);
        Assert.Equal(10, first.Titles.Count);
        // The large company's fit best: only the rule keeps the others out.
        Assert.Equal(2, first.Titles.Count(title => title.Contains("C#", StringComparison.Ordinal)));
        // The next morning brings others, and the page of the mail has them all.
        host.Clock.Set(Morning(new DateOnly(2026, 3, 4)));
        var second = await AlertAsync(host);
        Assert.InRange(second.Titles.Count, 1, 3);
        Assert.Empty(first.Titles.Intersect(second.Titles));
        await context.ClearCookiesAsync();
        await page.SignInAsync(Student);
        await page.GotoAsync(second.Mail.Links()[0]);
        Assert.Equal(first.Titles.Concat(second.Titles).Order(), (await page.Locator("#sent + ul a").AllInnerTextsAsync()).Order());
        await page.ShotAsync("alert-sent");

        // Without signing in: opening the links stops nothing, the one button does.
        await using var anybody = await site.BrowserAsync(javaScript, 390, host: host);
        var reader = await anybody.NewPageAsync();
        var stop = second.Mail.Links()[^1];
        var before = host.Tables();
        await reader.GotoAsync(stop, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await host.SettleAsync();
        Assert.Equal([], host.ChangedSince(before));
        await reader.ShotAsync("alert-stop");
        await reader.ClickAsync("main form button.btn-primary");
        await Expect(reader.Locator("main [role=status]")).ToContainTextAsync("C’est fait");
        await reader.ShotAsync("alert-stopped");
        host.Clock.Set(Morning(new DateOnly(2026, 3, 5)));
        await host.RunJobAsync("students.send-alerts");
        await host.SettleAsync();
        Assert.Equal(2, host.Mails().Count);
    }

    // Five offers of a large company, and one of each of nine small ones.
    private static async Task PostAsync(TestHost host, DateOnly day)
    {
        host.Clock.Set(Morning(day));
        // La Poste's numbers: the digits add up to a multiple of five.
        string[] ends = ["00001", "00010", "00100", "01000", "10000", "00006", "00015", "00024", "00033", "00042"];
        var companies = ends.Select((end, i) => $"356000000{end},{(i == 0 ? "Grand groupe" : $"Petite entreprise {i}")},private,Grenoble");
        Assert.Empty((await host.ImportAsync("companies", string.Join('\n', companies.Prepend("siret,legal_name,kind,city")))).Errors);
        var offers = Enumerable.Range(0, 14).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"356000000{ends[Math.Max(0, i - 4)]},R{i},{(i < 5 ? "Application web en C# " : "Application web ")}{i + 1:00},\"{OfferText}\",internship,Bac+5,Grenoble,{day:yyyy-MM-dd},published"));
        Assert.Empty((await host.ImportAsync("offers", string.Join('\n', offers.Prepend("siret,reference,title,text,kind,level,city,date,status")))).Errors);
    }

    // The job runs twice, and one mail leaves.
    private static async Task<(MimeMessage Mail, IReadOnlyList<string> Titles)> AlertAsync(TestHost host)
    {
        var before = host.Mails().Count;
        for (var twice = 0; twice < 2; twice++)
        {
            await host.RunJobAsync("students.send-alerts");
            await host.SettleAsync();
        }
        var mail = Assert.Single(host.Mails().Skip(before));
        return (mail, [.. TitleLine().Matches(mail.TextBody!).Select(m => m.Value)]);
    }

    [GeneratedRegex("^Application web (en C# )?[0-9]{2}", RegexOptions.Multiline)]
    private static partial Regex TitleLine();
}
