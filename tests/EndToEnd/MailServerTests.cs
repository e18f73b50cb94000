using System.Globalization;
using System.Net;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.EndToEnd;

/// <summary>A mail server that is away costs nobody anything.</summary>
public sealed class MailServerTests
{
    [Fact]
    [Trait("Acceptance", "26")]
    public async Task With_the_mail_server_stopped_every_page_works_and_mails_leave_once_when_it_is_back()
    {
        await using var sink = new SmtpSink();
        await using var host = await TestHost.StartAsync(Database.Sqlite, "Mail:Host=127.0.0.1", $"Mail:Port={sink.Port.ToString(CultureInfo.InvariantCulture)}");
        await host.ImportAsync("programmes", "code,name,component,university,level,years,description,responsible,email\nINFO,Informatique,École,Université,Bac+5,5,Programmer.,Camille Essai,info@essais.example\n");
        await host.ImportAsync("companies", "siret,legal_name,kind\n73282932000074,Atelier d'essai,private\n");
        var manager = await host.AsManagerAsync("École", "gestion@essais.example");
        var recruiter = await host.AsRecruiterAsync("73282932000074");
        var (_, ranking) = await recruiter.PostOfferAsync("Stage en informatique", "Programmer une application de gestion pour notre atelier, avec des tests.");
        await host.SettleAsync();
        var byHand = await recruiter.GetAsync(ranking.Path.Split('?')[0] + "?q=Informatique");
        var id = byHand.Document.QuerySelector("input[name=Chosen]")!.GetAttribute("value");
        await recruiter.SubmitAsync(byHand, "main form[method=post]", ("Chosen", id));

        // The server is down: the mail is tried and stays a row; the pages do not mind.
        await host.SettleAsync();
        Assert.Empty(sink.Mails());
        foreach (var (visitor, path) in new[] { (recruiter, "/offers"), (manager, "/inbox"), (host.Anonymous(), "/programmes"), (host.Anonymous(), "/internships") })
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(path)).Status);
        }

        await sink.StartAsync();
        await host.SettleAsync();
        Assert.Empty(sink.Mails()); // Not before the back-off has passed.
        host.Clock.Advance(TimeSpan.FromSeconds(11));
        await host.SettleAsync();
        await host.SettleAsync();
        Assert.Equal("gestion@essais.example", Assert.Single(sink.Mails()).To.Mailboxes.Single().Address);
    }
}
