using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Students.Tests;

public sealed class SignUpTests
{
    private const string Camille = "camille@universite.example";

    [Theory, EveryDatabase]
    public async Task A_student_of_no_roster_finds_the_programme_and_waits_for_its_manager_once_the_address_is_confirmed(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        var programme = await host.ProgrammeAsync(University.Informatics);
        using var visitor = host.Anonymous();
        Assert.Contains("Aucune formation", (await visitor.GetAsync("/account/register/student?q=astrologie")).Text);
        var form = await visitor.GetAsync("/account/register/student?q=informatique");

        var refused = await visitor.SubmitAsync(form, "#sign-up", ("Account.Name", "Camille Neuve"), ("Account.Email", Camille), ("Account.Password", "court"), ("Input.Programme", programme.Id.ToString()));
        var foreign = await visitor.SubmitAsync(form, "#sign-up", ("Account.Name", "Camille Neuve"), ("Account.Email", Camille), ("Account.Password", TestHost.Password), ("Input.Programme", Guid.NewGuid().ToString()));
        var sent = await visitor.SubmitAsync(refused, "#sign-up", ("Account.Password", TestHost.Password));
        await host.SettleAsync();
        Assert.Equal(0, await host.ReadAsync(db => db.Waiting.CountAsync()));
        await host.ConfirmAsync(Camille);

        Assert.Single(refused.All(".form-errors li"));
        Assert.Equal(["Choisissez une formation de la liste."], foreign.All(".form-errors li"));
        Assert.Equal("/account/register/sent", sent.Path);
        var waiting = await host.ReadAsync(db => db.Waiting.SingleAsync());
        Assert.Equal((Camille, "Camille Neuve", programme.Id), (waiting.Email, waiting.Name, waiting.ProgrammeId));
        Assert.Empty(await host.HeardAsync<AccountVouched>());
    }

    [Theory, EveryDatabase]
    public async Task A_student_of_a_roster_needs_no_programme(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 1);
        using var visitor = host.Anonymous();

        await visitor.SubmitAsync(
            await visitor.GetAsync("/account/register/student"), "#sign-up", ("Account.Name", "Camille Neuve"), ("Account.Email", University.Email(1)), ("Account.Password", TestHost.Password));
        await host.SettleAsync();
        Assert.Empty(await host.HeardAsync<AccountVouched>());
        await host.ConfirmAsync(University.Email(1));

        Assert.Null(Assert.Single(await host.HeardAsync<AccountVouched>()).By);
    }
}
