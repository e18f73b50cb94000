using System.Text;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Schooling.Tests;

public sealed class ImportTests
{
    private const string Broken = """
        code,name,component,university,level,years,domain,rome_codes,email
        A1,Droit public,Faculté,Université d’essai,bac + 3,3,law,K1903,
        ,Sans code,Faculté,Université d’essai,Bac+3,,,,
        A2,,Faculté,Université d’essai,Bac+3,,,,
        A3,Mauvais niveau,Faculté,Université d’essai,Bac+9,,,,
        A4,Mauvais mail,Faculté,Université d’essai,Bac+3,,,,pas-un-mail
        A5,Mauvaise année,Faculté,Université d’essai,Bac+3,3;quatre,,,
        A6,Sans composante,,Université d’essai,Bac+3,,,,
        a1,Deux fois,Faculté,Université d’essai,Bac+3,,,,
        A7,"Guillemet ouvert,Faculté,Université d’essai,Bac+3,,,,
        A8,Trop court,Faculté
        A9,Codes inconnus,Faculté,Université d’essai,Bac+3,3,magie,1805;M1805,
        """;

    [Theory, EveryDatabase]
    public async Task A_broken_file_names_line_column_and_reason_and_imports_the_good_rows(Database database)
    {
        await using var host = await TestHost.StartAsync(database);

        var report = await host.ImportAsync("programmes", Broken);

        Assert.Equal(2, report.Added);
        Assert.Equal(
            [
                (3, "code"), (4, "name"), (5, "level"), (6, "email"), (7, "years"), (8, "component"), (9, "code"), (10, ""), (11, ""),
                (12, "domain"), (12, "rome_codes"),
            ],
            report.Errors.Select(e => (e.Line, e.Column)));
        Assert.All(report.Errors, e => Assert.NotEmpty(e.Reason));
        Assert.Contains("Bac+9", report.Errors.Single(e => e.Column == "level").Reason);
        Assert.Equal("Bac+3", (await host.ProgrammeAsync("A1")).Level);
    }

    [Theory, EveryDatabase]
    public async Task A_code_that_nobody_knows_never_hides_a_programme(Database database)
    {
        await using var host = await TestHost.StartAsync(database);

        await host.ImportAsync("programmes", Broken);

        Assert.Equal(["M1805"], (await host.ProgrammeAsync("A9")).RomeCodes);
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_twice_changes_nothing_and_tells_nobody(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var told = await host.ReadAsync(db => db.Programmes.SumAsync(p => p.Revision));

        var again = await host.ImportAsync("programmes", University.Catalogue);

        Assert.Equal((0, 0, 3), (again.Added, again.Updated, again.Unchanged));
        Assert.Equal(told, await host.ReadAsync(db => db.Programmes.SumAsync(p => p.Revision)));
        Assert.Equal((1, 2), (await host.ReadAsync(db => db.Universities.CountAsync()), await host.ReadAsync(db => db.Components.CountAsync())));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_row_that_changed_counts_as_changed_and_keeps_its_address(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var before = await host.ProgrammeAsync(University.Nursing);

        var report = await host.ImportAsync("programmes", University.Catalogue.Replace("Soins infirmiers", "Sciences infirmières", StringComparison.Ordinal));

        Assert.Equal((0, 1, 2), (report.Added, report.Updated, report.Unchanged));
        var after = await host.ProgrammeAsync(University.Nursing);
        Assert.Equal((before.Id, before.Slug, "Sciences infirmières"), (after.Id, after.Slug, after.Name));
    }

    [Theory, EveryDatabase]
    public async Task Two_imports_of_one_file_at_once_bring_each_programme_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database);

        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            host.WithAsync<IEnumerable<IImport>, ImportReport>(imports =>
                imports.Single(i => i.Kind == "programmes").ImportAsync(new StringReader(University.Catalogue), CancellationToken.None)))));

        Assert.Equal(3, reports.Sum(r => r.Added));
        Assert.Equal(3, await host.ReadAsync(db => db.Programmes.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task The_exported_catalogue_comes_back_unchanged_and_no_cell_is_a_formula(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await host.ImportAsync("programmes", """
            code,name,component,university,level,description,responsible,phone
            F1,"=HYPERLINK(""http://ailleurs.example"")",Institut de santé,Université d’essai,Bac+4,"Première ligne,
            seconde « ligne »","+33, @moi",+33 4 00 00 00 02
            """);
        using var director = await host.AsAsync(Roles.Director);

        var file = await director.FileAsync("/catalogue?format=csv");

        Assert.StartsWith("\uFEFFcode,name,component,university,city,level,years,domain,description,skills,jobs,rome_codes,responsible,email,deputy,deputy_email,phone", file);
        Assert.DoesNotContain(",=", file);
        Assert.DoesNotContain("\"=", file);
        Assert.DoesNotContain(",+33", file);
        Assert.Contains("'+33 4 00 00 00 02", file);
        Assert.Contains("sacha@universite.example", file);
        var back = await host.ImportAsync("programmes", file);
        Assert.Empty(back.Errors);
        Assert.Equal((0, 0, 4), (back.Added, back.Updated, back.Unchanged));
    }

    [Theory, EveryDatabase]
    public async Task A_page_takes_the_file_and_shows_what_came_of_each_line(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var administrator = await host.AsAsync(Roles.Administrator);
        var form = await administrator.GetAsync("/catalogue/import");

        var report = await administrator.UploadAsync(form, "main form", "Upload", "catalogue.csv", Encoding.UTF8.GetBytes(Broken));
        var empty = await administrator.UploadAsync(form, "main form", "Upload", "vide.csv", []);

        Assert.Contains("2 formation(s) ajoutée(s)", report.Text);
        Assert.Equal(11, report.All("tbody tr").Count);
        Assert.Contains("5 level « Bac+9 » n’est pas un niveau", report.Text);
        Assert.Single(empty.All(".form-errors"));
    }

    [Theory, EveryDatabase]
    public async Task A_manager_imports_only_into_their_own_component(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School);
        var file = """
            code,name,component,university,level
            INFO4,Informatique,École des essais,Université d’essai,Bac+5
            SOINS,Volé,Institut de santé,Université d’essai,Bac+3
            NEUF,Nouvelle formation,École des essais,Université d’essai,Bac+3
            AUTRE,Ailleurs,Composante inventée,Université d’essai,Bac+3
            GC-1,Génie civil,Institut de santé,Université d’essai,Bac+2
            """;

        var report = await manager.UploadAsync(await manager.GetAsync("/catalogue/import"), "main form", "Upload", "c.csv", Encoding.UTF8.GetBytes(file));

        Assert.Contains("1 formation(s) ajoutée(s), 1 modifiée(s)", report.Text);
        Assert.Equal(["3", "5", "6"], report.All("tbody td:first-child"));
        Assert.Equal("Soins infirmiers", (await host.ProgrammeAsync(University.Nursing)).Name);
        Assert.Equal(2, await host.ReadAsync(db => db.Components.CountAsync()));
    }
}
