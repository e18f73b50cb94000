using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.EndToEnd;

/// <summary>Every page of every role: light enough, free of accessibility violations, and talking to nobody else.</summary>
public sealed class TourTests(SampleSite site)
{
    public static TheoryData<string> Everybody { get; } = new() { "", Roles.Recruiter, Roles.Manager, Roles.Student, Roles.Director, Roles.Administrator };

    [Theory, MemberData(nameof(Everybody))]
    public async Task Every_page_is_light_and_asks_no_other_host(string role)
    {
        var problems = new List<string>();
        var figures = new List<string>();
        foreach (var path in await PathsAsync(role))
        {
            await using var context = await site.BrowserAsync(javaScript: true, width: 1920, height: 1080);
            var page = await context.NewPageAsync();
            if (role.Length > 0) await site.SignInAsync(page, role);
            var session = await context.NewCDPSessionAsync(page);
            await session.SendAsync("Network.enable");
            await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
            var (requests, bytes) = (0, 0.0);
            session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            {
                requests++;
                bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
            };
            page.Request += (_, request) =>
            {
                if (!request.Url.StartsWith(site.Host.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) problems.Add($"{path} asks {request.Url}");
            };
            await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            var elements = await page.EvaluateAsync<int>("document.querySelectorAll('*').length - document.querySelectorAll('svg *').length");
            var score = EcoIndex.Of(elements, requests, bytes / 1000);
            figures.Add(string.Create(CultureInfo.InvariantCulture, $"{score:0.0} {elements} elements {requests} requests {bytes / 1000:0.0} kB {(role.Length > 0 ? role : "visitor")} {path}"));
            if (score < 81) problems.Add("EcoIndex below 81: " + figures[^1]);
        }
        await File.WriteAllLinesAsync(Path.Combine(SampleSite.Screenshots, $"ecoindex-{(role.Length > 0 ? role : "visitor")}.txt"), figures, TestContext.Current.CancellationToken);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task Every_page_passes_axe_in_light_and_dark_on_a_phone_and_a_desk(string role)
    {
        var problems = new List<string>();
        var paths = await PathsAsync(role);
        // Each width and each scheme once: no rule of the style sheet asks for both.
        foreach (var (width, scheme) in new[] { (320, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            await using var context = await site.BrowserAsync(javaScript: true, width: width, scheme: scheme);
            var page = await context.NewPageAsync();
            if (role.Length > 0) await site.SignInAsync(page, role);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                var name = $"{(role.Length > 0 ? role : "visitor")}{path.Split('&')[0].Replace('/', '-').Replace('?', '-').Replace('=', '-')}-{width}-{scheme}".ToLowerInvariant();
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(SampleSite.Screenshots, name[..Math.Min(name.Length, 110)] + ".png"), FullPage = true });
                if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1")) problems.Add($"{name}: wider than the screen");
                var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
                problems.AddRange(result.Violations.Select(v => $"{name}: {v.Id} – {v.Help} – {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
            }
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    // Addresses of the role's pages; those with an id are taken from the lists that link to them.
    private async Task<List<string>> PathsAsync(string role)
    {
        var paths = role switch
        {
            Roles.Recruiter => new List<string> { "/offers", "/offers/new", "/company", "/company/edit", "/company/contacts", "/account" },
            Roles.Manager => ["/inbox", "/inbox/mail", "/catalogue", "/catalogue/import", "/roster", "/roster/import", "/skills", "/skills/new", "/skills/sql", "/skills/import", "/themes",
                "/dashboard", "/dashboard?tab=skills", "/dashboard?tab=companies", "/dashboard?tab=offers", "/dashboard/offers?by=state&key=Open", "/dashboard/table?table=skills"],
            Roles.Student => ["/account/security", "/account/security/two-factor", "/account/security/password", "/account/security/email", "/account/data", "/account/data/erase", "/my-offers", "/my-list", "/my-searches", "/profile", "/internships", "/internships?q=analyse+de+donn%C3%A9es"],
            Roles.Director => ["/catalogue", "/themes", "/direction", "/direction/simulation?skills=cuisine,hygi%C3%A8ne", "/direction/report", "/dashboard", "/dashboard?tab=offers"],
            Roles.Administrator => ["/admin", "/admin/approvals", "/admin/accounts", "/admin/audit", "/admin/operations", "/admin/companies", "/admin/companies?q=zzzz", "/admin/offers", "/admin/offers?decided=true", "/admin/legal", "/admin/legal/PayDue", "/admin/models", "/catalogue", "/catalogue/managers", "/roster", "/account/logout"],
            _ => ["/", "/programmes", "/programmes?q=concevoir+des+robots", "/programmes?q=zzzz", "/internships", "/internships?q=d%C3%A9veloppement+web", "/account/login", "/account/forgot", "/account/resend", "/account/confirm?token=x", "/account/register", "/account/register/sent",
                  "/account/register/recruiter?q=alpin", "/account/register/recruiter/new", "/account/register/manager", "/account/register/director", "/account/register/student",
                  "/accessibilite", "/ecoconception", "/modele", "/confidentialite", "/mentions-legales", "/nowhere"],
        };
        await using var context = await site.BrowserAsync();
        var page = await context.NewPageAsync();
        if (role.Length > 0) await site.SignInAsync(page, role);
        if (role == Roles.Director)
        {
            await page.GotoAsync("/direction/report");
            await page.Locator("main form .btn-primary").First.ClickAsync();
            paths.Add(new Uri(page.Url).AbsolutePath);
        }
        if (role == Roles.Recruiter)
        {
            // A draft, with what was read in its text.
            await page.GotoAsync("/offers/new");
            await page.FillAsync("#Input_Text", "Stage de développement web de 6 mois à partir de mars, niveau Bac+5, 35 h/semaine, 900 € par mois, à Grenoble, 2 jours de télétravail.");
            await page.ClickAsync("main form .btn-primary");
            var draft = new Uri(page.Url).AbsolutePath;
            paths.AddRange([draft, draft.Replace("/ranking", "/edit", StringComparison.Ordinal), draft.Replace("/ranking", "", StringComparison.Ordinal)]);
        }
        foreach (var (list, follow) in new (string List, string[] Follow)[]
                 {
                     ("/offers", ["", "/edit", "/renew", "/ranking", "/transmissions"]), ("/inbox", ["", "/forward", "/decline"]), ("/catalogue", [""]),
                     ("/my-offers", [""]), ("/admin/accounts", [""]), ("/admin/models", [""]), ("/admin/companies", ["", "/merge"]), ("/admin/offers", [""]), ("/internships", role == Roles.Student ? ["", "/report"] : [""]), ("/programmes", [""]),
                 })
        {
            if (!paths.Contains(list)) continue;
            await page.GotoAsync(list);
            var link = page.Locator($"main a[href^='{list}/']:not([href$='/new']):not([href$='/import']):not([href$='/mail'])").First;
            if (await link.CountAsync() == 0) continue;
            var href = await link.GetAttributeAsync("href");
            paths.AddRange(follow.Select(tail => href + tail));
        }
        if (role.Length == 0)
        {
            await page.GotoAsync("/internships?q=d%C3%A9veloppement+web");
            if (await page.Locator("main a[href*='/opt-out']").First.GetAttributeAsync("href") is { } optOut) paths.Add(optOut);
        }
        return paths;
    }
}
