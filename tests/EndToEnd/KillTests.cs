using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SmartRecruiting.EndToEnd;

/// <summary>Nothing acknowledged is lost, and nothing happens twice, whatever the moment at which the process ends.</summary>
public sealed partial class KillTests
{
    private const int Offers = 25;
    private const int Programmes = 8;
    private const string Siret = "73282932000074";
    private const string Recruiter = "recruteuse@essais.example";
    private const string Manager = "gestion@essais.example";

    [Theory, EveryDatabase]
    [Trait("Acceptance", "29")]
    public async Task Two_hundred_transmissions_survive_a_kill_each_once_and_each_mail_leaves_once(Database database)
    {
        await using var sink = new SmtpSink();
        await sink.StartAsync();
        await using var host = await (await PrepareAsync(database)).ReleaseAsync(
            ("Mail__Host", "127.0.0.1"), ("Mail__Port", sink.Port.ToString(CultureInfo.InvariantCulture)), ("Outbox__Lease", "00:00:05"), ("Outbox__Pace", "00:00:01"));
        await host.StartAsync();
        var recruiter = await SignInAsync(host, Recruiter);
        var list = await recruiter.GetAsync("/offers?sort=Title");
        var offers = list.Document.QuerySelectorAll("td a[href^='/offers/']").Select(a => a.GetAttribute("href")!).Where(path => OfferPath().IsMatch(path)).Distinct().ToList();
        Assert.Equal(Offers, offers.Count);

        // Each press of "send" is 8 transmissions; the host dies somewhere in the middle of them, and of their mails.
        var sending = Task.Run(async () =>
        {
            foreach (var offer in offers)
            {
                try
                {
                    await SendAllAsync(recruiter, offer);
                }
                catch (HttpRequestException)
                {
                    return; // The host is dead: the person will press again.
                }
            }
        }, TestContext.Current.CancellationToken);
        await Wait.UntilAsync(() => Task.FromResult(sink.Mails().Count >= 30), "the first mails");
        await host.KillAsync();
        await sending;
        await host.StartAsync();

        var again = await SignInAsync(host, Recruiter);
        foreach (var offer in offers) await SendAllAsync(again, offer);
        var manager = await SignInAsync(host, Manager);
        await Wait.UntilAsync(async () => await InboxAsync(manager) == Offers * Programmes, "200 rows in the inbox");
        await Wait.UntilAsync(() => Task.FromResult(sink.Mails().Select(m => m.MessageId).Distinct().Count() >= Offers * Programmes), "200 mails");

        // A crash between the server's "accepted" and our mark may repeat one mail, under the same Message-ID.
        var mails = sink.Mails();
        Assert.Equal(Offers * Programmes, mails.Select(m => m.MessageId).Distinct().Count());
        Assert.InRange(mails.Count, Offers * Programmes, (Offers * Programmes) + 1);
        Assert.Equal(Offers * Programmes, await InboxAsync(manager));
        foreach (var offer in offers)
        {
            Assert.Equal(Programmes, (await again.GetAsync(offer + "/transmissions")).Document.QuerySelectorAll("ol.funnel").Length);
        }
    }

    private static async Task<int> InboxAsync(Visitor manager)
    {
        var csv = await manager.GetAsync("/inbox?format=csv");
        return csv.Html.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
    }

    private static async Task SendAllAsync(Visitor recruiter, string offer)
    {
        var ranking = await recruiter.GetAsync($"{offer}/ranking?q={WebUtility.UrlEncode("Filière")}");
        var open = ranking.Document.QuerySelectorAll("input[name=Chosen]:not([disabled])").Select(box => box.GetAttribute("value")!).Distinct().ToList();
        if (open.Count == 0) return;
        await recruiter.SubmitAsync(ranking, "main form[method=post]", [.. open.Select(id => ("Chosen", (string?)id))]);
    }

    private static async Task<TestHost> PrepareAsync(Database database)
    {
        var host = await TestHost.StartAsync(database);
        var programmes = new StringBuilder("code,name,component,university,level,years,description,skills,jobs,rome_codes,responsible,email\n");
        for (var i = 0; i < Programmes; i++) programmes.Append(CultureInfo.InvariantCulture, $"F{i},Filière numéro {i},École,Université,Bac+5,4;5,Une filière parmi d’autres.,,,,Camille Essai,f{i}@essais.example\n");
        await host.ImportAsync("programmes", programmes.ToString());
        await host.ImportAsync("companies", $"siret,legal_name,kind\n{Siret},Atelier d'essai,private\n");
        var offers = new StringBuilder("siret,reference,title,text,kind,date,status\n");
        for (var i = 0; i < Offers; i++) offers.Append(CultureInfo.InvariantCulture, $"{Siret},R{i},Stage numéro {i:00},Un texte de stage assez long pour être accepté par le formulaire.,internship,{DateTime.UtcNow:yyyy-MM-dd},published\n");
        host.Clock.Set(DateTimeOffset.UtcNow);
        var report = await host.ImportAsync("offers", offers.ToString());
        Assert.Empty(report.Errors);
        await host.AsRecruiterAsync(Siret, Recruiter);
        await host.AsManagerAsync("École", Manager);
        return host;
    }

    private static async Task<Visitor> SignInAsync(RunningHost host, string email)
    {
        var visitor = host.Visitor();
        var login = await visitor.GetAsync("/account/login");
        await visitor.SubmitAsync(login, "form[action*='login']", ("Input.Email", email), ("Input.Password", TestHost.Password));
        return visitor;
    }

    [GeneratedRegex("^/offers/[0-9a-f-]{36}$")]
    private static partial Regex OfferPath();
}
