using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Students.Tests;

public sealed class RosterTests
{
    private const string Broken = """
        name,email,programme,year,opt_out
        Camille Un,Camille.Un@Universite.example,info4,4,
        ,sans-nom@universite.example,INFO4,4,
        Camille Trois,pas une adresse,INFO4,4,
        Camille Quatre,quatre@universite.example,RIEN9,4,
        Camille Cinq,cinq@universite.example,INFO4,9,
        Camille Six,six@universite.example,INFO4,4,peut-être
        Camille Sept,camille.un@universite.example,INFO4,5,
        "Camille Huit,huit@universite.example,INFO4,4,
        Camille Neuf,neuf@universite.example,INFO4,5,1
        """;

    [Theory, EveryDatabase]
    public async Task A_broken_file_names_line_and_column_and_imports_the_good_rows(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();

        var report = await host.ImportAsync("students", Broken);

        Assert.Equal((2, 0, 0), (report.Added, report.Updated, report.Unchanged));
        Assert.Equal(
            [(3, "name"), (4, "email"), (5, "programme"), (6, "year"), (7, "opt_out"), (8, "email"), (9, "")],
            report.Errors.Select(e => (e.Line, e.Column)));
        Assert.All(report.Errors, e => Assert.NotEmpty(e.Reason));
        var rows = await host.ReadAsync(db => db.Roster.OrderBy(e => e.Email).Select(e => new { e.Email, e.ProgrammeCode, e.Year, e.OptedOut }).ToListAsync());
        Assert.Equal(
            [("camille.un@universite.example", "INFO4", 4, false), ("neuf@universite.example", "INFO4", 5, true)],
            rows.Select(r => (r.Email, r.ProgrammeCode, r.Year, r.OptedOut)));
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_twice_changes_nothing(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 5);

        var again = await host.ImportAsync("students", "name,email,programme,year\nÉtudiant 1,ETUDIANT1@universite.example,INFO4,4\nNouveau nom,etudiant2@universite.example,INFO4,5\n");

        Assert.Equal((0, 1, 1), (again.Added, again.Updated, again.Unchanged));
        Assert.Equal(5, await host.ReadAsync(db => db.Roster.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task What_a_student_chose_survives_every_import(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 2, optedOut: 1);
        using var anybody = host.Anonymous();
        await anybody.PostAsync($"/stop/{await host.StopTokenAsync(University.Email(1))}");
        await anybody.PostAsync($"/stop/{await host.StopTokenAsync(University.Email(2))}?handler=Resume");

        await host.ImportAsync("students", $"""
            name,email,programme,year,opt_out
            Étudiant 1,{University.Email(1)},INFO4,5,non
            Étudiant 1,{University.Email(1)},GC4,5,non
            Étudiant 2,{University.Email(2)},INFO4,5,oui
            """);

        var rows = await host.ReadAsync(db => db.Roster.OrderBy(e => e.Email).ThenBy(e => e.ProgrammeCode).Select(e => new { e.ProgrammeCode, e.Year, e.OptedOut }).ToListAsync());
        Assert.Equal([("GC4", 5, true), ("INFO4", 5, true), ("INFO4", 5, false)], rows.Select(r => (r.ProgrammeCode, r.Year, r.OptedOut)));
    }

    [Theory, EveryDatabase]
    public async Task A_file_of_five_thousand_students_goes_in_while_one_waits(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        var watch = Stopwatch.StartNew();

        await host.EnrolAsync(University.Informatics, 5000);

        Assert.Equal(5000, await host.ReadAsync(db => db.Roster.CountAsync()));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    [Theory, EveryDatabase]
    public async Task A_manager_imports_and_sees_only_students_of_programmes_they_manage(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.ImportAsync("students", $"name,email,programme,year\nZoé Ailleurs,zoe@universite.example,{University.Nursing},2\n");
        using var manager = await host.AsManagerAsync(University.Component);
        var csv = $"""
            name;email;programme;year
            Éloïse Essai;eloise@universite.example;{University.Informatics};4
            Yann Intrus;yann@universite.example;{University.Nursing};2
            """;

        var report = await manager.UploadAsync(
            await manager.GetAsync("/roster/import"), "main form[method=post]", "Upload", "liste.csv", Encoding.Latin1.GetBytes(csv));

        Assert.Equal(["3", "programme"], report.All("tbody td").Take(2));
        Assert.Contains(University.Nursing, report.All("tbody td")[2]);
        var list = await manager.GetAsync("/roster?q=eloise");
        Assert.Contains("Éloïse Essai", list.Text);
        list = await manager.GetAsync("/roster");
        Assert.Single(list.All("tbody tr"));
        Assert.DoesNotContain("Zoé", list.Html);
        using var download = await manager.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/roster?format=csv"));
        var file = await download.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Éloïse Essai,eloise@universite.example,INFO4,4,no", file);
        Assert.DoesNotContain("Zoé", file);
        using var administrator = await host.AsAsync(Roles.Administrator);
        Assert.Equal(2, (await administrator.GetAsync("/roster")).All("tbody tr").Count);
        Assert.Single((await administrator.GetAsync("/roster?programme=soins3")).All("tbody tr"));
    }

    [Theory, EveryDatabase]
    public async Task The_list_sorts_pages_and_stays_light(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 60);
        using var manager = await host.AsManagerAsync(University.Component);

        var first = await manager.GetAsync("/roster?sort=-Email");
        var last = await manager.GetAsync("/roster?sort=-Email&p=3");

        Assert.Equal(25, first.All("tbody tr").Count);
        Assert.Contains("etudiant9@", first.All("tbody tr")[0]);
        Assert.Equal(10, last.All("tbody tr").Count);
        Assert.InRange(first.Document.All.Length, 1, 390);
    }

    [Theory]
    [InlineData(Roles.Student)]
    [InlineData(Roles.Recruiter)]
    [InlineData(Roles.Director)]
    public async Task Nobody_else_opens_a_roster(string role)
    {
        await using var host = await TestHost.StartAsync().WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 1);
        using var somebody = await host.AsAsync(role);

        Assert.DoesNotContain("Étudiant 1", (await somebody.GetAsync("/roster")).Html);
        Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync("/roster/import")).Status);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_before_a_roster()
    {
        await using var host = await TestHost.StartAsync();
        using var visitor = host.Anonymous();

        Assert.StartsWith("/account/login", (await visitor.GetAsync("/roster")).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004\0\0\0")]
    public async Task What_is_no_csv_file_is_refused_beside_the_field(string content)
    {
        await using var host = await TestHost.StartAsync().WithProgrammesAsync();
        using var manager = await host.AsManagerAsync(University.Component);
        var form = await manager.GetAsync("/roster/import");

        var answer = content.Length == 0
            ? await manager.SubmitAsync(form, "main form[method=post]")
            : await manager.UploadAsync(form, "main form[method=post]", "Upload", "liste.csv", Encoding.Latin1.GetBytes(content));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEmpty(answer.All("#Upload-error"));
    }

    [Theory, EveryDatabase]
    public async Task A_count_says_how_many_of_the_years_chosen_receive(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.ImportAsync("students", """
            name,email,programme,year,opt_out
            Un,un@universite.example,INFO4,4,no
            Deux,deux@universite.example,INFO4,4,yes
            Trois,trois@universite.example,INFO4,5,no
            Autre,autre@universite.example,GC4,4,no
            """);
        var programme = (await host.ProgrammeAsync(University.Informatics)).Id;

        var all = await host.WithAsync<IRoster, RosterCount>(r => r.CountAsync(programme, [], CancellationToken.None));
        var fourth = await host.WithAsync<IRoster, RosterCount>(r => r.CountAsync(programme, [4], CancellationToken.None));

        Assert.Equal((3, 2), (all.Students, all.Receiving));
        Assert.Equal([(4, 1), (5, 1)], all.ReceivingByYear.OrderBy(y => y.Key).Select(y => (y.Key, y.Value)));
        Assert.Equal((2, 1), (fourth.Students, fourth.Receiving));
    }
}
