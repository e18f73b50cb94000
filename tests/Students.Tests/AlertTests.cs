using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Students.Tests;

public sealed class AlertTests
{
    private const string Student = "etudiant1@universite.example";

    [Theory, EveryDatabase, Trait("Acceptance", "15")]
    public async Task Of_fourteen_new_offers_ten_at_most_come_two_of_a_company_and_none_twice(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        using var student = await host.AsAsync(Roles.Student, Student);
        await host.PostAsync(Offers.Of(host, "Application web de toujours"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync(student, "application web en C#");
        var big = Guid.CreateVersion7();
        for (var i = 0; i < 14; i++)
        {
            await host.PostAsync(Offers.Of(host, $"Application web {i:00}", i < 5 ? "Grande entreprise" : $"Entreprise {i}", i < 5 ? big : null));
        }

        Assert.Equal(1, await host.AlertAsync());
        // Killed and started again the same day: nothing more.
        Assert.Equal(0, await host.AlertAsync());
        var first = Titles(host.Mails()[^1]);
        Assert.Equal(10, first.Count);
        Assert.Equal(2, first.Count(t => string.CompareOrdinal(t, "Application web 05") < 0));
        Assert.DoesNotContain("Application web de toujours", first);

        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await host.AlertAsync());
        var second = Titles(host.Mails()[^1]);
        Assert.Empty(first.Intersect(second));
        Assert.InRange(second.Count, 1, 3);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await host.AlertAsync());
        Assert.Empty(Titles(host.Mails()[^1]).Intersect(first.Concat(second)));
        host.Clock.Advance(TimeSpan.FromDays(1));
        // All fourteen came: there is nothing to say.
        Assert.Equal(0, await host.AlertAsync());
        Assert.Equal(14, await host.ReadAsync(db => db.Sent.CountAsync()));

        using var later = await host.SignInAsync(Student);
        var page = await later.GetAsync("/my-searches");
        Assert.Contains("Application web 13", page.Text);
    }

    [Theory, EveryDatabase, Trait("Acceptance", "15"), Trait("Acceptance", "11")]
    public async Task One_click_stops_without_login_and_opening_the_link_does_not(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        using var student = await host.AsAsync(Roles.Student, Student);
        await SaveAsync(student, "application web");
        await host.PostAsync(Offers.Of(host, "Application web"));
        Assert.Equal(1, await host.AlertAsync());
        var mail = host.Mails()[^1];
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var link = new Uri(mail.Headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath;
        using var program = host.Anonymous();

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(link)).Status);
        Assert.True(await WantsMailsAsync(host));
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(link, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.False(await WantsMailsAsync(host));
        await host.PostAsync(Offers.Of(host, "Application web encore"));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await host.AlertAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsync("/stop/alerts/00000000000000000000000000000000")).Status);
        await program.SubmitAsync(await program.GetAsync(link), "main form");
        Assert.Equal(1, await host.AlertAsync());
    }

    [Theory, EveryDatabase]
    public async Task All_searches_come_in_one_mail_and_a_stopped_or_deleted_one_in_none(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        using var student = await host.AsAsync(Roles.Student, Student);
        await SaveAsync(student, "application web");
        await SaveAsync(student, "comptabilité");
        await SaveAsync(student, "chantier");
        var page = await student.GetAsync("/my-searches");
        Assert.Equal(["chantier", "comptabilité", "application web"], page.All(".results h2"));
        page = await student.PressAsync(page, ".results li:first-child button[formaction*='Stop']");
        Assert.NotNull(page.Document.QuerySelector(".results li:first-child button[formaction*='Resume']"));
        await host.PostAsync(Offers.Of(host, "Application web"));
        await host.PostAsync(Offers.Of(host, "Comptabilité", text: "Tenir la comptabilité d’une petite entreprise, préparer la paie."));
        await host.PostAsync(Offers.Of(host, "Chantier", text: "Suivre le chantier d’un pont en béton armé."));

        Assert.Equal(1, await host.AlertAsync());
        Assert.Equal(["Application web", "Comptabilité"], Titles(host.Mails()[^1]).Order(StringComparer.Ordinal));

        await student.PressAsync(page, ".results li:last-child button[formaction*='Delete']");
        await host.PostAsync(Offers.Of(host, "Application web encore"));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await host.AlertAsync());
    }

    [Theory, EveryDatabase]
    public async Task The_same_search_saved_fifty_times_at_once_is_one_and_is_nobody_elses(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        using var student = await host.AsAsync(Roles.Student, Student);
        using var other = await host.AsAsync(Roles.Student, "autre@universite.example");
        var search = await student.GetAsync("/internships?q=application+web&kind=Internship&pay=700");

        var said = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => student.SubmitAsync(search, "#save-search")));

        Assert.All(said, page => Assert.Equal((HttpStatusCode.OK, "/my-searches"), (page.Status, page.Path)));
        var id = await host.ReadAsync(db => db.Searches.Select(s => s.Id).SingleAsync());
        Assert.Equal("/internships?q=application%20web&kind=Internship&pay=700", (await student.GetAsync("/my-searches")).Document.QuerySelector(".results a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.DoAsync("/my-searches?handler=Delete", ("search", id.ToString()))).Status);
        Assert.Empty((await other.GetAsync("/my-searches")).All(".results li"));
        Assert.Equal(1, await host.ReadAsync(db => db.Searches.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task What_closed_of_favourites_and_forwarded_offers_is_told_once_in_one_mail(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 3, optedOut: 1);
        var forwarded = await host.ForwardAsync(University.Informatics);
        using var student = await host.AsAsync(Roles.Student, Student);
        var (kept, open) = (await host.PostAsync(Offers.Of(host, "Gardée")), await host.PostAsync(Offers.Of(host, "Ouverte")));
        foreach (var offer in new[] { kept, open }) await student.DoAsync($"/my-list/{offer.OfferId}?handler=Save");
        Assert.Equal(0, await host.AlertAsync());
        await host.CloseAsync(kept.OfferId);
        await host.CloseAsync(forwarded.Offer.OfferId, CloseReason.Withdrawn);

        // The student with an account, and one who is only on the roster; not the one who wants no mail.
        Assert.Equal(3, await host.AlertAsync());
        Assert.Equal(0, await host.AlertAsync());
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await host.AlertAsync());

        var mails = host.Mails().Skip(2).ToLookup(m => m.To.Mailboxes.Single().Address);
        Assert.Equal([Student, University.Email(2)], mails.Select(m => m.Key).Order(StringComparer.Ordinal));
        Assert.Contains(mails[Student], m => m.TextBody!.Contains("Gardée", StringComparison.Ordinal) && m.TextBody!.Contains("place pourvue", StringComparison.Ordinal));
        Assert.All(mails.SelectMany(m => m), m => Assert.DoesNotContain("Ouverte", m.TextBody));
        Assert.All(mails.SelectMany(m => m), m => Assert.Equal("List-Unsubscribe=One-Click", m.Headers["List-Unsubscribe-Post"]));
    }

    private static Task<Page> SaveAsync(Visitor student, string words) => student.DoAsync("/my-searches?q=" + Uri.EscapeDataString(words));

    private static List<string> Titles(MimeKit.MimeMessage mail) =>
        [.. mail.TextBody!.ReplaceLineEndings("\n").Split("\n\n").Select(p => p.Split('\n')).Where(p => p.Length > 1 && p[1].Contains(" · ", StringComparison.Ordinal)).Select(p => p[0])];

    private static Task<bool> WantsMailsAsync(TestHost host) => host.ReadAsync(db => db.Students.Select(s => s.WantsMails).SingleAsync());
}
