using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Schooling.Tests;

public sealed class SignUpTests
{
    private const string Email = "nouvelle@universite.example";

    [Theory, EveryDatabase, Trait("Acceptance", "11"), Trait("Acceptance", "17")]
    public async Task A_manager_asks_for_some_programmes_and_has_nothing_until_somebody_approves(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var programme = await host.ProgrammeAsync(University.Informatics);
        using var visitor = host.Anonymous();
        var first = await visitor.GetAsync("/account/register/manager");
        Assert.Equal([University.School, University.Clinic], first.All("#component option"));
        var second = await visitor.GetAsync($"/account/register/manager?component={await host.ComponentAsync(University.School)}");
        Assert.Equal(["Génie civil", "Informatique et logiciel"], second.All("#Input_Programmes label"));

        var sent = await visitor.SubmitAsync(
            second, "#sign-up", ("Account.Name", "Camille Neuve"), ("Account.Email", Email), ("Account.Password", TestHost.Password), ("Input.Programmes", programme.Id.ToString()));
        await host.SettleAsync();
        Assert.Equal("/account/register/sent", sent.Path);
        Assert.Equal(0, await host.ReadAsync(db => db.Mandates.CountAsync()));

        await host.ConfirmAsync(Email);

        var mandate = await host.ReadAsync(db => db.Mandates.Include(m => m.Member).SingleAsync());
        Assert.Equal((programme.Id, "Camille Neuve", Email), (mandate.ProgrammeId, mandate.Member.Name, mandate.Member.Email));
        using var waiting = await host.SignInAsync(Email);
        foreach (var address in (string[])["/dashboard", "/inbox", $"/catalogue/{programme.Id}/edit"])
        {
            // Where they read what is awaited.
            Assert.Equal((address, "/account"), (address, (await waiting.GetAsync(address)).Path));
        }
    }

    [Theory, EveryDatabase]
    public async Task What_is_wrong_with_a_manager_who_signs_up_stands_beside_its_field_and_nothing_typed_is_lost(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var programme = await host.ProgrammeAsync(University.Informatics);
        using var visitor = host.Anonymous();
        var form = await visitor.GetAsync($"/account/register/manager?component={await host.ComponentAsync(University.School)}");

        var refused = await visitor.SubmitAsync(form, "#sign-up", ("Account.Name", "Camille Neuve"), ("Account.Email", "pas une adresse"), ("Account.Password", "court"), ("Input.Programmes", programme.Id.ToString()));
        var foreign = await visitor.SubmitAsync(
            form, "#sign-up", ("Account.Name", "Camille Neuve"), ("Account.Email", Email), ("Account.Password", TestHost.Password), ("Input.Programmes", (await host.ProgrammeAsync(University.Nursing)).Id.ToString()));

        Assert.Equal(["#Account_Email", "#Account_Password"], refused.Document.QuerySelectorAll(".form-errors a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal("Camille Neuve", refused.Document.QuerySelector("#Account_Name")!.GetAttribute("value"));
        Assert.Null(refused.Document.QuerySelector("#Account_Password")!.GetAttribute("value"));
        Assert.Single(refused.All("#Input_Programmes input[checked]"));
        Assert.Equal(["Choisissez des formations de cette composante."], foreign.All(".form-errors li"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/account/register/manager?component={Guid.NewGuid()}")).Status);
        Assert.Empty(host.Mails());
    }

    [Theory, EveryDatabase]
    public async Task A_director_names_the_university_where_there_are_several(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var visitor = host.Anonymous();
        Assert.Empty((await visitor.GetAsync("/account/register/director")).All("#Input_University"));
        await host.HasNeighbourAsync();
        var form = await visitor.GetAsync("/account/register/director");

        var refused = await visitor.SubmitAsync(form, "#sign-up", ("Account.Name", "Camille Neuve"), ("Account.Email", Email), ("Account.Password", TestHost.Password));
        var sent = await visitor.SubmitAsync(
            refused, "#sign-up", ("Account.Password", TestHost.Password), ("Input.University", (await host.UniversityAsync("Université voisine")).ToString()));
        await host.ConfirmAsync(Email);

        Assert.Equal(["Choisissez votre université."], refused.All(".form-errors li"));
        Assert.Equal("/account/register/sent", sent.Path);
        Assert.Equal("Université voisine", await host.ReadAsync(db => db.Mandates.Select(m => m.University!.Name).SingleAsync()));
    }
}
