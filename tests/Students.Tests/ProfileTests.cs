using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Students.Tests;

public sealed class ProfileTests
{
    private const string Before = "etudiant1@universite.example";
    private const string After = "ailleurs@universite.example";

    [Theory, EveryDatabase]
    public async Task What_a_student_looks_for_starts_their_search_and_is_no_search_of_the_statistics(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        await host.EnrolAsync(University.Informatics, 1);
        using var student = await host.AsAsync(Roles.Student, Before);
        var page = await student.GetAsync("/profile");
        Assert.Contains("Informatique et logiciel", page.Text);

        page = await student.SubmitAsync(page, "main form", ("Input.About", "une application web en C#"), ("Input.Languages", "français, anglais"), ("Input.WantsForwards", "false"));
        Assert.Equal("une application web en C#", page.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.True(await host.ReadAsync(db => db.Roster.AllAsync(e => e.OptedOut && e.ChosenByStudent)));

        var search = await student.GetAsync("/internships");
        Assert.Equal("Développement d’une application web", search.All(".results h3")[0]);
        Assert.Contains("D’après votre profil", search.Text);
        Assert.Empty(await host.HeardAsync<SearchMade>());
        Assert.Equal(3, (await student.GetAsync("/internships?q=")).All(".results:first-of-type h3").Count);
        await student.GetAsync("/internships?q=une+application+web+en+C%23");
        var made = Assert.Single(await host.HeardAsync<SearchMade>());
        Assert.Equal(["web-development"], made.Skills);
        await student.GetAsync("/internships?q=une+application+web+en+C%23&p=2");
        Assert.Single(await host.HeardAsync<SearchMade>());

        var data = await student.GetAsync("/account/data");
        Assert.Contains("une application web en C#", data.Text);
        Assert.Contains("français, anglais", data.Text);
    }

    [Theory, EveryDatabase]
    public async Task Another_address_keeps_what_was_forwarded_and_brings_what_comes(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 1);
        await host.ForwardAsync(University.Informatics);
        var account = await host.AccountAsync(Roles.Student, Before);
        await host.PublishAsync(new AccountMoved(account, After) { Before = Before });
        await host.PublishAsync(new AccountMoved(account, After) { Before = Before });
        await host.SettleAsync();
        // The school's file still has the old address.
        await host.EnrolAsync(University.Informatics, 1);
        await host.EnrolAsync(University.Nursing, 1, year: 3);

        await host.ForwardAsync(University.Informatics);
        await host.ForwardAsync(University.Nursing);

        Assert.Equal([Before, After, After], host.Mails().Select(m => m.To.Mailboxes.Single().Address));
        Assert.All(await host.ReadAsync(db => db.Roster.ToListAsync()), e => Assert.Equal((account, Before), (e.AccountId, e.Email)));
        // Whoever has the old address now has no part in it.
        using var stranger = await host.AsAsync(Roles.Student, "quelquun@universite.example");
        Assert.Empty((await stranger.GetAsync("/my-offers")).All("tbody tr"));
    }

    [Theory, EveryDatabase]
    public async Task A_closed_account_gets_no_mail_until_it_is_open_again(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 2);
        var account = await host.AccountAsync(Roles.Student, Before);
        using (var student = await host.SignInAsync(Before)) await student.DoAsync("/my-searches?q=application");
        await host.PublishAsync(new AccountClosed(account) { Email = Before });
        await host.SettleAsync();
        await host.PostAsync(Offers.Of(host, "Application web"));

        Assert.Equal(1, (await host.WithAsync<IRoster, RosterCount>(async r => await r.CountAsync((await host.ProgrammeAsync(University.Informatics)).Id, [], default))).Receiving);
        await host.ForwardAsync(University.Informatics);
        Assert.Equal([University.Email(2)], host.Mails().Select(m => m.To.Mailboxes.Single().Address));
        Assert.Equal(0, await host.AlertAsync());

        await host.PublishAsync(new AccountApproved(account, Roles.Student, "Camille Essai", Before));
        await host.SettleAsync();
        await host.ForwardAsync(University.Informatics);
        Assert.Equal(3, host.Mails().Count);
        Assert.Equal(1, await host.AlertAsync());
    }

    [Theory, EveryDatabase]
    public async Task Who_erased_themselves_comes_back_with_the_next_roster_but_without_mails(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 2);
        var owner = new PersonalOwner(await host.AccountAsync(Roles.Student, Before), Before, "Camille Essai");
        using (var student = await host.SignInAsync(Before)) await student.DoAsync("/my-searches?q=application");
        for (var i = 0; i < 2; i++) await host.WithAsync<EraseEverywhere>(everywhere => everywhere.RunAsync(owner, default));
        Assert.Equal(0, await host.ReadAsync(db => db.Students.CountAsync()) + await host.ReadAsync(db => db.Searches.CountAsync()));

        await host.EnrolAsync(University.Informatics, 2);

        Assert.Equal(2, await host.ReadAsync(db => db.Roster.CountAsync()));
        await host.ForwardAsync(University.Informatics);
        Assert.Equal([University.Email(2)], host.Mails().Select(m => m.To.Mailboxes.Single().Address));
        Assert.DoesNotContain("etudiant1", await host.ReadAsync(db => db.Erased.Select(e => e.Hash + e.Salt).SingleAsync()));
    }
}
