using Microsoft.Playwright;
using SmartRecruiting.Host;

[assembly: AssemblyFixture(typeof(SmartRecruiting.EndToEnd.SampleSite))]
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

namespace SmartRecruiting.EndToEnd;

/// <summary>The sample university as a newcomer gets it: the program started on an empty data directory, and one browser for all tests.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public RunningHost Host { get; private set; } = null!;

    /// <summary>Screenshots for people to look at; never compared, never committed.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(SourceTree.Root!, "artifacts", "screenshots")).FullName;

    public async ValueTask InitializeAsync()
    {
        Host = await RunningHost.PrepareAsync(Database.Sqlite);
        await Host.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A browser of its own for one person, on the sample site or on another host.</summary>
    public async Task<IBrowserContext> BrowserAsync(bool javaScript = false, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light, TestHost? host = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (host?.Address ?? Host.Address).ToString(),
            JavaScriptEnabled = javaScript,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = "fr-FR",
        });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    /// <summary>E-mail and password of the nth sample account of a role.</summary>
    public (string Email, string Password) Account(string role, int index = 0)
    {
        var line = File.ReadAllLines(Path.Combine(Host.Folder, "sample-accounts.txt")).Where(l => l.StartsWith(role + " ", StringComparison.Ordinal)).ElementAt(index).Split(' ');
        return (line[1], line[2]);
    }

    /// <summary>Signs a sample account in on a page.</summary>
    public async Task SignInAsync(IPage page, string role, int index = 0)
    {
        var (email, password) = Account(role, index);
        await SignInAsync(page, email, password);
    }

    /// <summary>Signs somebody in on a page.</summary>
    public static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GotoAsync("/account/login");
        await page.FillAsync("#Input_Email", email);
        await page.FillAsync("#Input_Password", password);
        await page.ClickAsync("form[action*='login'] button");
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Host.DisposeAsync();
    }
}
