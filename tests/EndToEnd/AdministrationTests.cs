using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Identity;
using Microsoft.Playwright;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Approvals;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Contracts;
using static Microsoft.Playwright.Assertions;

namespace SmartRecruiting.EndToEnd;

/// <summary>The queue of requests with the keyboard alone, and the pages of the administration in a browser.</summary>
public sealed class AdministrationTests(SampleSite site)
{
    [Fact]
    public async Task Requests_are_decided_one_after_the_other_without_a_mouse_and_without_script()
    {
        await using var host = await TestHost.StartAsync();
        var accounts = new List<Guid>();
        for (var i = 1; i <= 3; i++) accounts.Add(await RequestAsync(host, i));
        await using var context = await site.BrowserAsync(host: host);
        var page = await SignInAsync(host, context);
        await page.GotoAsync("/admin/approvals");
        for (var tabs = 0; !await page.Locator("tbody a").First.EvaluateAsync<bool>("link => link === document.activeElement"); tabs++)
        {
            Assert.InRange(tabs, 0, 60);
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.PressAsync("Enter");

        await IsOpenAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await IsOpenAsync(2);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Qui êtes-vous ?");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("button[value=Refuse]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await IsOpenAsync(3);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("Personne n’attend de décision.");

        var states = await host.WithAsync<AdminDb, List<ApprovalState>>(db => Task.FromResult(accounts.Select(id => db.Approvals.Single(a => a.AccountId == id).State).ToList()));
        Assert.Equal([ApprovalState.Approved, ApprovalState.Refused, ApprovalState.Approved], states);

        async Task IsOpenAsync(int number)
        {
            await Expect(page.Locator("h1")).ToHaveTextAsync($"École {number}");
            await Expect(page.Locator("button[value=Approve]")).ToBeFocusedAsync();
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Coming_back_to_the_queue_nobody_is_ticked_in_the_place_of_who_was_approved(bool javaScript)
    {
        await using var host = await TestHost.StartAsync();
        for (var i = 1; i <= 3; i++) await RequestAsync(host, i);
        await using var context = await site.BrowserAsync(javaScript, host: host);
        var page = await SignInAsync(host, context);
        await page.GotoAsync("/admin/approvals");
        await page.Locator("input[name=Chosen]").First.CheckAsync();
        await page.ClickAsync("main form .actions button");
        await Expect(page.Locator("input[name=Chosen]")).ToHaveCountAsync(2);
        await page.GoBackAsync();
        await Expect(page.Locator("input[name=Chosen]")).ToHaveCountAsync(2);
        await Expect(page.Locator("input[name=Chosen]:checked")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task A_request_its_answer_and_an_account_pass_axe_and_fit_the_screen(int width, ColorScheme scheme)
    {
        await using var host = await TestHost.StartAsync();
        var account = await RequestAsync(host, 1);
        await host.WithAsync<AdminDb>(async db =>
        {
            var approval = db.Approvals.Single(a => a.AccountId == account);
            approval.TryDecide(Decision.AskMore, DecisionReason.Incomplete, "Qui êtes-vous ?", account, host.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        });
        var id = await host.WithAsync<AdminDb, Guid>(db => Task.FromResult(db.Approvals.Single().Id));
        var problems = new List<string>();
        await using var context = await site.BrowserAsync(javaScript: true, width: width, scheme: scheme, host: host);
        var page = await SignInAsync(host, context);
        await CheckAsync($"/admin/approvals/{id}");
        await CheckAsync("/admin/approvals?state=All");
        await CheckAsync($"/admin/accounts/{account}");
        await page.Context.ClearCookiesAsync();
        page = await SignInAsync(host, context, "demande1@univ.example");
        await CheckAsync("/account/request");
        Assert.Empty(problems);

        async Task CheckAsync(string path)
        {
            await page.GotoAsync(path);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(SampleSite.Screenshots, $"administration{path.Split('?')[0].Replace(id.ToString(), "", StringComparison.Ordinal).Replace(account.ToString(), "", StringComparison.Ordinal).Replace('/', '-')}-{width}.png"), FullPage = true });
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1")) problems.Add($"{path}: wider than the screen");
            var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
            problems.AddRange(result.Violations.Select(v => $"{path}: {v.Id} – {v.Help} – {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }
    }

    [Fact]
    public async Task The_dashboard_of_the_jobs_works_under_the_policy_of_the_site()
    {
        await using var host = await TestHost.StartAsync(Database.Sqlite, "Jobs:Background=true");
        await using var context = await site.BrowserAsync(javaScript: true, host: host);
        var page = await SignInAsync(host, context);
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) refused.Add(message.Text);
        };
        foreach (var path in new[] { "/jobs", "/jobs/recurring", "/jobs/jobs/succeeded", "/jobs/servers" })
        {
            await page.GotoAsync(path);
            await Expect(page.Locator("h1").First).ToBeVisibleAsync();
        }
        Assert.Equal("", string.Join('\n', refused));
    }

    private static async Task<IPage> SignInAsync(TestHost host, IBrowserContext context, string? email = null)
    {
        if (email is null) await host.AccountAsync(Roles.Administrator, email = "administration@essais.example");
        var page = await context.NewPageAsync();
        await SampleSite.SignInAsync(page, email, TestHost.Password);
        return page;
    }

    private static async Task<Guid> RequestAsync(TestHost host, int number)
    {
        var account = Account.SignUp($"demande{number}@univ.example", "Dominique Demande", Roles.Manager, host.Clock.GetUtcNow().UtcDateTime);
        account.TryConfirm();
        await host.WithAsync<UserManager<Account>>(accounts => accounts.CreateAsync(account, TestHost.Password));
        await host.WithAsync<AdminDb>(db =>
        {
            db.Publish(new AccountRequested(account.Id, account.Name, account.Email!, "fr", new AccountWish(Roles.Manager, $"École {number}", "{}")));
            return db.SaveChangesAsync();
        });
        await host.SettleAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return account.Id;
    }
}
