using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.EndToEnd;

/// <summary>The main job, in a browser with JavaScript and without: recruiter → manager → student.</summary>
public sealed partial class JourneyTests(SampleSite site)
{
    private const string Offer = "Développer une application web en C# et SQL, API REST, tests automatisés, dans une équipe de cinq personnes. Niveau Bac+5.";

    [Theory, InlineData(false), InlineData(true)]
    [Trait("Acceptance", "6")]
    [Trait("Acceptance", "18")]
    [Trait("Acceptance", "30")]
    public async Task An_offer_goes_from_the_recruiter_by_the_manager_to_the_students(bool javaScript)
    {
        // Each time by another company: who posts the same twice is asked whether they mean it.
        var title = javaScript ? "Stage web en C# et SQL avec scripts" : "Stage développement web C# et SQL";
        // The recruiter writes, and ticks the first programmes of Polytech that come back.
        await using var recruiting = await site.BrowserAsync(javaScript);
        var recruiter = await recruiting.NewPageAsync();
        await site.SignInAsync(recruiter, Roles.Recruiter, javaScript ? 1 : 0);
        await recruiter.GotoAsync("/offers/new");
        await recruiter.FillAsync("#Input_Title", title);
        await recruiter.FillAsync("#Input_Text", Offer);
        await ShotAsync(recruiter, "recruiter-1-new-offer");
        await recruiter.ClickAsync("main form button.btn-primary");
        await recruiter.WaitForURLAsync(Ranking());
        await ShotAsync(recruiter, "recruiter-2-ranking");
        var rows = recruiter.Locator("table.list tbody tr");
        Assert.Equal(10, await rows.CountAsync());
        var first3 = (await rows.AllInnerTextsAsync()).Take(3).ToList();
        Assert.Contains(first3, text => Informatics().IsMatch(text));
        Assert.Contains(await rows.First.Locator(".chip").AllInnerTextsAsync(), chip => Offer.Contains(chip, StringComparison.OrdinalIgnoreCase) || title.Contains(chip, StringComparison.OrdinalIgnoreCase));
        var polytech = rows.Filter(new LocatorFilterOptions { HasText = "Polytech" }).First;
        var programme = (await polytech.Locator("a").First.InnerTextAsync()).Trim();
        await polytech.Locator("input[type=checkbox]").CheckAsync();
        await recruiter.ClickAsync("main form[method=post] button.btn-primary");
        await recruiter.WaitForURLAsync(new Regex("/edit$"));
        // What the text says is proposed beside its field; the rest is typed.
        await recruiter.ClickAsync("button[value=Level]");
        await recruiter.FillAsync("#Input_Starts", "2027-03-01");
        await recruiter.FillAsync("#Input_DurationWeeks", "12");
        await recruiter.FillAsync("#Input_WeeklyHours", "35");
        await recruiter.FillAsync("#Input_City", "Grenoble");
        await recruiter.FillAsync("#Input_Pay", "5");
        await ShotAsync(recruiter, "recruiter-3-complete");
        await recruiter.ClickAsync("#offer button.btn-primary");
        await recruiter.WaitForURLAsync(new Regex("/transmissions$"));
        await ShotAsync(recruiter, "recruiter-4-sent");
        Assert.Equal(1, await recruiter.Locator("ol.funnel").CountAsync());

        // The manager of Polytech finds it, previews, forwards.
        await using var managing = await site.BrowserAsync(javaScript);
        var manager = await managing.NewPageAsync();
        await site.SignInAsync(manager, Roles.Manager);
        await Wait.UntilAsync(
            async () =>
            {
                await manager.GotoAsync("/inbox?sort=-SentAt");
                return await manager.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = title }).CountAsync() > 0;
            },
            "the transmission in the inbox");
        await ShotAsync(manager, "manager-1-inbox");
        await manager.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = title }).First.ClickAsync();
        await manager.WaitForURLAsync(new Regex("/inbox/[0-9a-f-]{36}$"));
        await ShotAsync(manager, "manager-2-item");
        await manager.ClickAsync("a[href$='/forward']");
        foreach (var year in await manager.Locator("input[name='Input.Years']").AllAsync()) await year.CheckAsync();
        await manager.FillAsync("#Input_Note", "Une équipe que nous connaissons bien.");
        await manager.ClickAsync("#forward button");
        var preview = await manager.Locator("#preview strong").InnerTextAsync();
        var announced = int.Parse(Number().Match(preview).Value, System.Globalization.CultureInfo.InvariantCulture);
        await ShotAsync(manager, "manager-3-preview");
        await manager.ClickAsync("#preview button");
        await manager.WaitForURLAsync(new Regex("/inbox(/[0-9a-f-]{36})?$"));

        // The recruiter sees how many, and no name; as many mails left.
        await Wait.UntilAsync(
            async () =>
            {
                await recruiter.ReloadAsync();
                return Number().IsMatch(await recruiter.Locator("ol.funnel li.done").Last.InnerTextAsync())
                    && await recruiter.Locator("ol.funnel li.done").CountAsync() == 3;
            },
            "the forward in the recruiter's funnel");
        var funnel = await recruiter.Locator("ol.funnel").InnerTextAsync();
        Assert.Contains(announced.ToString(System.Globalization.CultureInfo.InvariantCulture), funnel, StringComparison.Ordinal);
        Assert.DoesNotContain("@", funnel, StringComparison.Ordinal);
        await ShotAsync(recruiter, "recruiter-5-forwarded");
        await Wait.UntilAsync(
            () => Task.FromResult(Directory.EnumerateFiles(Path.Combine(site.Host.Folder, "mail"), "*.eml").Select(f => MimeKit.MimeMessage.Load(f))
                .Count(m => m.Subject?.Contains(title, StringComparison.Ordinal) is true && m.To.Mailboxes.Any(to => to.Address.Contains("@etu.", StringComparison.Ordinal))) == announced),
            $"{announced} mails to students");

        // A student of that programme reads it.
        await using var studying = await site.BrowserAsync(javaScript, width: 390, height: 844);
        var student = await studying.NewPageAsync();
        await site.SignInAsync(student, Roles.Student);
        await student.GotoAsync("/my-offers");
        await ShotAsync(student, "student-1-offers");
        if (programme.Contains("nformatique", StringComparison.Ordinal))
        {
            await student.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = title }).First.ClickAsync();
            Assert.Contains(Offer, await student.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            await ShotAsync(student, "student-2-offer");
        }
    }

    private static Task<byte[]> ShotAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(SampleSite.Screenshots, name + ".png"), FullPage = true });

    [GeneratedRegex("/offers/[0-9a-f-]{36}/ranking")]
    private static partial Regex Ranking();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex("informatique|logiciel|MIAGE", RegexOptions.IgnoreCase)]
    private static partial Regex Informatics();
}
