using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MimeKit;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.EndToEnd;

/// <summary>A university with two schools and a company, on a host whose clock and mails a test moves.</summary>
internal static partial class SmallUniversity
{
    public const string Recruiter = "recrute@essais.example";
    public const string Manager = "gestion@essais.example";
    public const string OfferText = "Développer une application web en C# et SQL, API REST, tests automatisés, dans une équipe de cinq personnes.";
    public const string Acme = "73282932000074";

    private const string Programmes = """
        code,name,component,university,city,level,years,domain,description,skills,jobs,rome_codes,responsible,email
        INFO,Ingénieur informatique,École polytechnique,Université d’essai,Grenoble,Bac+5,4;5,informatics,"Développement d'applications web et mobiles, bases de données SQL, algorithmique, tests logiciels, API REST.",C#;SQL;API REST,Développeur,M1805,Dominique Essai,info@essais.example
        SYSTEMES,Systèmes et réseaux,École polytechnique,Université d’essai,Grenoble,Bac+5,4;5,informatics,"Administration de systèmes, réseaux, sécurité, automatisation et programmation.",Linux;réseaux,Administrateur,M1801,Dominique Essai,systemes@essais.example
        COMPTA,BUT comptabilité,IUT,Université d’essai,Valence,Bac+3,1;2;3,finance,"Comptabilité générale, contrôle de gestion, fiscalité, paie et audit des entreprises.",comptabilité;paie,Comptable,M1203,Dominique Essai,compta@essais.example
        """;

    /// <summary>Starts on this day, at ten in the morning in France.</summary>
    public static async Task<TestHost> StartAsync(DateOnly day)
    {
        var host = await TestHost.StartAsync();
        host.Clock.Set(Morning(day));
        Assert.Empty((await host.ImportAsync("programmes", Programmes)).Errors);
        Assert.Empty((await host.ImportAsync("companies", $"siret,legal_name,kind,city\n{Acme},Atelier d’essai,private,Grenoble\n")).Errors);
        (await host.AsRecruiterAsync(Acme, Recruiter)).Dispose();
        (await host.AsManagerAsync("École polytechnique", Manager)).Dispose();
        return host;
    }

    public static DateTimeOffset Morning(DateOnly day) => new(day, new TimeOnly(9, 0), TimeSpan.Zero);

    public static Task SignInAsync(this IPage page, string email) => SampleSite.SignInAsync(page, email, TestHost.Password);

    /// <summary>A picture of the page, for people to look at.</summary>
    public static Task ShotAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(SampleSite.Screenshots, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });

    /// <summary>Where the links of a mail lead, in its order.</summary>
    public static IReadOnlyList<string> Links(this MimeMessage mail) =>
        [.. Link().Matches(mail.HtmlBody!).Select(m => new Uri(System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)).PathAndQuery)];

    /// <summary>Opens every link of a mail, lets whatever the pages begin come to its end, and finds all rows as they were.</summary>
    public static async Task OpenLinksAsync(this TestHost host, IPage page, MimeMessage mail)
    {
        await host.SettleAsync();
        var before = host.Tables();
        Assert.NotEmpty(mail.Links());
        foreach (var link in mail.Links())
        {
            var answer = await page.GotoAsync(link, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.Equal((200, link.Split('#')[0]), (answer!.Status, new Uri(page.Url).PathAndQuery));
        }
        await host.SettleAsync();
        Assert.Equal([], host.ChangedSince(before));
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
