using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Students.Personal;
using SmartRecruiting.Students.SignUp;

namespace SmartRecruiting.Students.Tests;

public sealed class WaitingTests
{
    private const string Camille = "camille@universite.example";

    [Theory, EveryDatabase]
    public async Task The_roster_vouches_at_once_for_a_student_whose_confirmed_address_it_has(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.ImportAsync("students", $"name,email,programme,year\nCamille Exemple,{Camille},{University.Informatics},4\n");
        var asked = Asked(Camille.ToUpperInvariant(), null);

        await host.PublishAsync(asked);
        await host.PublishAsync(Asked("recruteur@universite.example", null) with { Wish = new AccountWish(Roles.Recruiter, "", "{}") });

        var vouched = Assert.Single(await host.HeardAsync<AccountVouched>());
        Assert.Equal((asked.AccountId, null), (vouched.AccountId, vouched.By));
        Assert.Equal(0, await host.ReadAsync(db => db.Waiting.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_manager_of_the_programme_takes_a_student_in_who_is_in_no_roster(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        var programme = await host.ProgrammeAsync(University.Informatics);
        var asked = Asked(Camille, programme.Id);
        await host.PublishAsync(asked);
        await host.PublishAsync(asked);
        await host.SettleAsync();
        Assert.Empty(await host.HeardAsync<AccountVouched>());
        using var manager = await host.AsManagerAsync(University.Component, "gestion@universite.example");
        await host.PublishAsync(Asked("sacha@universite.example", programme.Id));
        await host.SettleAsync();
        // One mail for the manager who is there by now, and no name in it.
        var mail = Assert.Single(host.Mails());
        Assert.Equal("gestion@universite.example", mail.To.Mailboxes.Single().Address);
        Assert.Contains("Informatique et logiciel", mail.TextBody);
        Assert.DoesNotContain("sacha", mail.TextBody);

        var roster = await manager.GetAsync("/roster");
        Assert.Contains(Camille, roster.Text);
        var page = await manager.GetAsync($"/roster/waiting/{asked.AccountId}");
        var refused = await manager.SubmitAsync(page, "#accept", ("Input.Year", ""));
        Assert.Equal(["Choisissez l’année d’études."], refused.All(".form-errors li"));
        var done = await manager.SubmitAsync(page, "#accept", ("Input.Year", "4"));
        var again = await manager.SubmitAsync(page, "#accept", ("Input.Year", "5"));

        Assert.Equal("/roster", done.Path);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        var vouched = Assert.Single(await host.HeardAsync<AccountVouched>());
        Assert.Equal((asked.AccountId, await host.AccountAsync(Roles.Manager, "gestion@universite.example")), (vouched.AccountId, vouched.By));
        Assert.Equal((Camille, programme.Id, 4), await host.ReadAsync(db => db.Roster.Select(e => new ValueTuple<string, Guid, int>(e.Email, e.ProgrammeId, e.Year)).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Only_managers_of_that_programme_see_who_waits(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        var asked = Asked(Camille, (await host.ProgrammeAsync(University.Informatics)).Id);
        var nowhere = Asked("sans@universite.example", null);
        await host.PublishAsync(asked);
        await host.PublishAsync(nowhere);
        await host.SettleAsync();
        using var own = await host.AsManagerAsync(University.Component);
        using var other = await host.AsManagerAsync(University.OtherComponent);
        using var administrator = await host.AsAsync(Roles.Administrator);
        using var student = await host.AsAsync(Roles.Student);
        var token = (await own.GetAsync($"/roster/waiting/{asked.AccountId}")).Document.QuerySelector("#accept input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var somebody in new[] { other, administrator, student })
        {
            Assert.DoesNotContain(Camille, (await somebody.GetAsync("/roster")).Html);
            Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync($"/roster/waiting/{asked.AccountId}")).Status);
            var posted = await somebody.PostAsync($"/roster/waiting/{asked.AccountId}", ("Input.Year", "4"), ("__RequestVerificationToken", token));
            Assert.NotEqual(HttpStatusCode.OK, posted.Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"/roster/waiting/{nowhere.AccountId}")).Status);
        Assert.Equal(2, await host.ReadAsync(db => db.Waiting.CountAsync()));
        Assert.Empty(await host.HeardAsync<AccountVouched>());
    }

    [Theory, EveryDatabase]
    public async Task A_declined_student_is_told_so_and_taken_in_when_a_roster_names_them_after_all(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        var asked = Asked(Camille, (await host.ProgrammeAsync(University.Informatics)).Id) with { Language = "en" };
        await host.PublishAsync(asked);
        await host.SettleAsync();
        using var manager = await host.AsManagerAsync(University.Component);
        var page = await manager.GetAsync($"/roster/waiting/{asked.AccountId}");

        var declined = await manager.SubmitAsync(page, "#decline");
        await manager.SubmitAsync(page, "#decline");
        await host.SettleAsync();

        Assert.DoesNotContain(Camille, declined.Text);
        var mail = Assert.Single(host.Mails());
        Assert.Equal("Your school did not recognise you", mail.Subject);
        Assert.Empty(await host.HeardAsync<AccountVouched>());

        await host.ImportAsync("students", $"name,email,programme,year\nCamille Exemple,{Camille},{University.Informatics},4\n");
        Assert.Equal(asked.AccountId, Assert.Single(await host.HeardAsync<AccountVouched>()).AccountId);
        Assert.Equal(0, await host.ReadAsync(db => db.Waiting.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Who_is_approved_or_closed_otherwise_waits_no_longer(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        var (one, two) = (Asked(Camille, null), Asked("noa@universite.example", null));
        await host.PublishAsync(one);
        await host.PublishAsync(two);
        await host.SettleAsync();

        await host.PublishAsync(new AccountApproved(one.AccountId, Roles.Student, one.Name, one.Email));
        await host.PublishAsync(new AccountClosed(two.AccountId));
        await host.SettleAsync();

        Assert.Equal(0, await host.ReadAsync(db => db.Waiting.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_student_reads_all_that_is_kept_of_them_and_is_gone_from_all_of_it_once_erased(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 3);
        var request = await host.ForwardAsync(University.Informatics, "Une note");
        await host.PublishAsync(Asked(Camille, (await host.ProgrammeAsync(University.Informatics)).Id));
        await host.SettleAsync();
        var waiting = await host.ReadAsync(db => db.Waiting.Select(s => s.AccountId).SingleAsync());
        var author = Guid.NewGuid();
        await host.PublishAsync(request with { EventId = Guid.NewGuid(), ForwardId = Guid.NewGuid(), Note = "Note de Marque", By = author, Offer = request.Offer with { ContactName = "Marque", ContactEmail = "Marque@entreprise.example" } });
        await host.SettleAsync();
        PersonalOwner[] people = [new(Guid.NewGuid(), University.Email(1)), new(waiting, Camille), new(author, "gestion@universite.example"), new(Guid.NewGuid(), "marque@entreprise.example")];

        Assert.Equal("2 1 1 1", await PartsAsync());
        foreach (var person in people.Concat(people)) await host.WithAsync<IEnumerable<IPersonalData>>(all => all.OfType<StudentsPersonalData>().Single().EraseAsync(person, CancellationToken.None));

        Assert.Equal("0 0 0 0", await PartsAsync());
        Assert.Equal(2, await host.ReadAsync(db => db.Roster.CountAsync()));
        Assert.Equal(4, await host.ReadAsync(db => db.ForwardedOffers.CountAsync()));
        Assert.Equal(2, await host.ReadAsync(db => db.Forwards.CountAsync(f => f.Count == 3)));
        Assert.Equal(1, await host.ReadAsync(db => db.Forwards.CountAsync(f => f.Note == null && f.ContactName == null)));

        async Task<string> PartsAsync()
        {
            var counts = new List<int>();
            foreach (var person in people)
            {
                counts.Add(await host.WithAsync<IEnumerable<IPersonalData>, int>(
                    async all => (await all.OfType<StudentsPersonalData>().Single().ReadAsync(person, CancellationToken.None)).Count));
            }
            return string.Join(" ", counts);
        }
    }

    [Fact]
    public async Task A_roster_with_students_who_wait_stays_light()
    {
        await using var host = await TestHost.StartAsync().WithProgrammesAsync();
        var programme = await host.ProgrammeAsync(University.Informatics);
        await host.EnrolAsync(University.Informatics, 40);
        for (var i = 0; i < 20; i++) await host.PublishAsync(Asked($"attend{i}@universite.example", programme.Id));
        await host.SettleAsync();
        using var manager = await host.AsManagerAsync(University.Component);

        Assert.InRange((await manager.GetAsync("/roster")).Document.All.Length, 1, 390);
    }

    private static AccountRequested Asked(string email, Guid? programme) =>
        new(Guid.CreateVersion7(), "Camille Exemple", email, "fr", new AccountWish(Roles.Student, "", JsonSerializer.Serialize(new StudentWish(programme))));
}
