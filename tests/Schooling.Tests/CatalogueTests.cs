using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Schooling.Tests;

public sealed class CatalogueTests
{
    [Theory, EveryDatabase, Trait("Acceptance", "16")]
    public async Task The_public_page_tells_what_is_taught_and_whom_to_write_to(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var programme = await host.ProgrammeAsync(University.Informatics);
        using var visitor = host.Anonymous();

        var page = await visitor.GetAsync("/programmes/" + programme.Slug);

        Assert.Equal("informatique-et-logiciel-info4", programme.Slug);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var told in (string[])["Informatique et logiciel", "École des essais", "Bac+5", "On y écrit des applications web", "Développeur / Développeuse", "M1805", "Dominique Essai", "04 00 00 00 01"])
        {
            Assert.Contains(told, page.Text);
        }
        Assert.Equal(["C#", "SQL", "API REST"], page.All(".chip"));
        Assert.NotNull(page.Document.QuerySelector("a[href='mailto:dominique@universite.example']"));
        Assert.DoesNotContain("sacha@", page.Html);
        Assert.Null(page.Document.QuerySelector("a[href$='/edit']"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/programmes/il-n-y-en-a-pas")).Status);
    }

    [Theory, EveryDatabase]
    public async Task The_list_finds_by_words_without_accents_sorts_and_pages(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var many = string.Concat(Enumerable.Range(1, 40).Select(n => $"Z{n:00},Zoologie {n:00},Institut de santé,Université d’essai,Bac+4\n"));
        await host.ImportAsync("programmes", "code,name,component,university,level\n" + many);
        using var administrator = await host.AsAsync(Roles.Administrator);

        Assert.Equal(["Génie civil"], (await administrator.GetAsync("/catalogue?q=genie+ecole")).All("tbody td:first-child"));
        var second = await administrator.GetAsync("/catalogue?sort=-Code&p=2");
        Assert.Equal("Zoologie 15", second.All("tbody td:first-child")[0]);
        Assert.InRange(second.Document.All.Length, 1, 390);
        Assert.Single((await administrator.GetAsync("/catalogue?q=introuvable")).All(".empty a"));
    }

    [Theory, EveryDatabase]
    public async Task A_manager_edits_their_own_programme_and_what_is_wrong_stands_beside_its_field(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var programme = await host.ProgrammeAsync(University.Informatics);
        using var manager = await host.AsManagerAsync(University.School);
        var form = await manager.GetAsync($"/catalogue/{programme.Id}/edit");

        var wrong = await manager.SubmitAsync(form, "main form", ("Input.Name", ""), ("Input.RomeCodes", "1805"), ("Input.Phone", "04 99"));
        var saved = await manager.SubmitAsync(wrong, "main form", ("Input.Name", "Informatique"), ("Input.RomeCodes", "m1805"), ("Input.Skills", "C#\nRust"));

        Assert.Equal(2, wrong.All(".form-errors li").Count);
        Assert.Equal("04 99", wrong.Document.QuerySelector("#Input_Phone")!.GetAttribute("value"));
        Assert.Equal("/programmes/" + programme.Slug, saved.Path);
        var after = await host.ProgrammeAsync(University.Informatics);
        Assert.Equal(("Informatique", "04 99"), (after.Name, after.Phone));
        Assert.Equal(["C#", "Rust"], after.Skills);
        Assert.Equal(["M1805"], after.RomeCodes);
        Assert.Equal(2, await host.ReadAsync(db => db.Programmes.Where(p => p.Id == programme.Id).Select(p => p.Revision).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_programme_has_a_town_in_its_file_its_form_its_page_and_for_the_other_modules(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School);
        var programme = await host.ProgrammeAsync(University.Informatics);
        Assert.Null(programme.City);

        var form = await manager.GetAsync($"/catalogue/{programme.Id}/edit");
        var wrong = await manager.SubmitAsync(form, "main form", ("Input.City", new string('x', 101)));
        Assert.Equal("#Input_City", wrong.Document.QuerySelector(".form-errors a")!.GetAttribute("href"));
        var page = await manager.SubmitAsync(wrong, "main form", ("Input.City", "  Saint-Martin-d’Hères "));
        Assert.Contains("Ville Saint-Martin-d’Hères", page.Text);
        Assert.Equal("Saint-Martin-d’Hères", (await host.ProgrammeAsync(University.Informatics)).City);

        using var director = await host.AsAsync(Roles.Director);
        var file = await director.FileAsync("/catalogue?format=csv");
        Assert.Contains("Université d’essai,Saint-Martin-d’Hères,Bac+5", file);
        await host.ImportAsync("programmes", file.Replace("Université d’essai,,Bac+2", "Université d’essai,Échirolles,Bac+2", StringComparison.Ordinal));
        var choices = await host.WithAsync<IProgrammes, CatalogueChoices>(p => p.ChoicesAsync(CancellationToken.None));
        Assert.Equal(["Échirolles", "Saint-Martin-d’Hères"], choices.Cities.Order(StringComparer.CurrentCulture));
        Assert.Equal(["École des essais", "Institut de santé"], choices.Components.Order(StringComparer.CurrentCulture));
    }

    [Theory, EveryDatabase]
    public async Task Two_who_edit_at_once_do_not_wipe_out_each_other(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var programme = await host.ProgrammeAsync(University.Informatics);
        using var director = await host.AsAsync(Roles.Director);
        var first = await director.GetAsync($"/catalogue/{programme.Id}/edit");
        var second = await director.GetAsync($"/catalogue/{programme.Id}/edit");

        await director.SubmitAsync(first, "main form", ("Input.Name", "Premier"));
        var late = await director.SubmitAsync(second, "main form", ("Input.Name", "Second"));

        Assert.Single(late.All(".form-errors li"));
        Assert.Equal("Premier", (await host.ProgrammeAsync(University.Informatics)).Name);
    }

    [Theory, EveryDatabase]
    public async Task Another_components_programme_is_the_same_404_as_one_that_does_not_exist(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var programme = await host.ProgrammeAsync(University.Informatics);
        using var manager = await host.AsManagerAsync(University.Clinic);
        var own = await manager.GetAsync($"/catalogue/{(await host.ProgrammeAsync(University.Nursing)).Id}/edit");

        var theirs = await manager.GetAsync($"/catalogue/{programme.Id}/edit");
        var nobodys = await manager.GetAsync($"/catalogue/{Guid.NewGuid()}/edit");
        var token = own.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var posted = await manager.PostAsync($"/catalogue/{programme.Id}/edit", ("Input.Name", "Volé"), ("Input.Level", "Bac+5"), ("Revision", "1"), ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Equal((HttpStatusCode.NotFound, nobodys.Text), (theirs.Status, theirs.Text));
        Assert.Equal((HttpStatusCode.NotFound, nobodys.Status), (posted.Status, nobodys.Status));
        Assert.Equal("Informatique et logiciel", (await host.ProgrammeAsync(University.Informatics)).Name);
    }

    [Fact]
    public async Task The_catalogue_is_kept_by_managers_directors_and_administrators_only()
    {
        await using var host = await TestHost.StartAsync();
        using var visitor = host.Anonymous();
        using var student = await host.AsAsync(Roles.Student);

        Assert.StartsWith("/account/login", (await visitor.GetAsync("/catalogue")).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync("/catalogue")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync("/catalogue/import")).Status);
    }

    [Theory, EveryDatabase]
    public async Task The_other_modules_find_programmes_by_code_and_words_and_learn_who_manages_them(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var account = await host.AccountAsync(Roles.Manager, "gestion@universite.example");

        await host.WithAsync<IProgrammes>(async programmes =>
        {
            Assert.True(await programmes.AttachManagerAsync(account, "Claude", "Gestion@universite.example", "ecole des ESSAIS", CancellationToken.None));
            Assert.True(await programmes.AttachManagerAsync(account, "Claude", "gestion@universite.example", University.School, CancellationToken.None));
            Assert.False(await programmes.AttachManagerAsync(account, "Claude", "gestion@universite.example", "Nulle part", CancellationToken.None));
            Assert.Equal([University.Informatics], (await programmes.FindByCodeAsync(["info4", "RIEN"], CancellationToken.None)).Select(p => p.Code));
            Assert.Equal(["GC-1", University.Informatics, University.Nursing], (await programmes.ListAsync("", 10, CancellationToken.None)).Select(p => p.Code));
            Assert.Equal([University.Nursing], (await programmes.ListAsync("sante soins", 10, CancellationToken.None)).Select(p => p.Code));
            Assert.Single(await programmes.ListAsync(null, 1, CancellationToken.None));
            Assert.Equal(2, (await programmes.ManagedByAsync(account, CancellationToken.None)).Count);
        });
        Assert.Equal(1, await host.ReadAsync(db => db.Mandates.CountAsync()));
    }
}
