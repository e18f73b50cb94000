using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SmartRecruiting.Students.Tests;

public sealed class StopTests
{
    [Theory, EveryDatabase, Trait("Acceptance", "11")]
    public async Task Opening_the_link_changes_nothing_and_only_the_confirmed_form_stops(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 2);
        var address = $"/stop/{await host.StopTokenAsync(University.Email(1))}";
        using var reader = host.Anonymous();

        var page = await reader.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(await OptedOutAsync(host, 1));
        Assert.False(await OptedOutAsync(host, 1, chosen: true));

        page = await reader.SubmitAsync(page, "main form");
        Assert.True(await OptedOutAsync(host, 1));
        Assert.False(await OptedOutAsync(host, 2));

        await host.ForwardAsync(University.Informatics);
        Assert.Equal(University.Email(2), Assert.Single(host.Mails()).To.Mailboxes.Single().Address);

        await reader.SubmitAsync(page, "main form");
        Assert.False(await OptedOutAsync(host, 1));
    }

    [Theory, EveryDatabase]
    public async Task A_mail_program_stops_with_one_post_and_no_login(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 1);
        await host.ForwardAsync(University.Informatics);
        var link = new Uri(Assert.Single(host.Mails()).Headers["List-Unsubscribe"]!.Trim('<', '>'));
        using var program = host.Anonymous();

        var first = await program.PostAsync(link.AbsolutePath, ("List-Unsubscribe", "One-Click"));
        var again = await program.PostAsync(link.AbsolutePath, ("List-Unsubscribe", "One-Click"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Equal(link.AbsolutePath, first.Path);
        Assert.True(await OptedOutAsync(host, 1));
    }

    [Theory, EveryDatabase]
    public async Task A_student_of_two_programmes_stops_both(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        await host.EnrolAsync(University.Informatics, 1);
        await host.EnrolAsync(University.Nursing, 1, year: 2);
        using var anybody = host.Anonymous();

        await anybody.PostAsync($"/stop/{await host.StopTokenAsync(University.Email(1))}");

        Assert.Equal(2, await host.ReadAsync(db => db.Roster.CountAsync(e => e.OptedOut)));
    }

    [Theory]
    [InlineData("/stop/00000000000000000000000000000000")]
    [InlineData("/stop/abc")]
    public async Task An_unknown_token_is_not_found_to_read_and_to_post(string address)
    {
        await using var host = await TestHost.StartAsync();
        using var anybody = host.Anonymous();

        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.PostAsync(address, ("List-Unsubscribe", "One-Click"))).Status);
    }

    private static Task<bool> OptedOutAsync(TestHost host, int student, bool chosen = false) =>
        host.ReadAsync(db => db.Roster.AnyAsync(e => e.Email == University.Email(student) && (chosen ? e.ChosenByStudent : e.OptedOut)));
}
