using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Contracts;
using SmartRecruiting.Host.Sample;

namespace SmartRecruiting.Host.Tests.PersonalData;

public sealed class DataTests
{
    private const string Email = "eloise@essais.example";

    [Fact]
    public async Task A_person_downloads_what_is_kept_of_them_and_of_nobody_else()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, "sacha@essais.example");
        var person = await host.AsAsync(Roles.Student, Email);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/data?handler=Json");
        using var answer = await person.SendAsync(request);

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var json = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(json);
        Assert.Contains(Email, document.RootElement.GetProperty("Mon compte")[0].EnumerateObject().Select(field => field.Value.GetString()));
        Assert.DoesNotContain("sacha", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_erased_without_the_password()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.AsAsync(Roles.Student, Email);

        var again = await person.SubmitAsync(await person.GetAsync("/account/data/erase"), "main form", ("Password", "une autre phrase que la bonne"));

        Assert.Equal("/account/data/erase", again.Path);
        Assert.Contains("Ce n’est pas votre mot de passe", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("une autre phrase", again.Html, StringComparison.Ordinal);
        Assert.Equal("/account", (await person.GetAsync("/account")).Path);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var host = await TestHost.StartAsync();
        var last = await host.AsAsync(Roles.Administrator);

        var refused = await last.SubmitAsync(await last.GetAsync("/account/data/erase"), "main form", ("Password", TestHost.Password));
        Assert.Contains("dernier administrateur", refused.Text, StringComparison.Ordinal);

        await host.AccountAsync(Roles.Administrator, "autre@essais.example");
        Assert.Equal("/", (await last.SubmitAsync(await last.GetAsync("/account/data/erase"), "main form", ("Password", TestHost.Password))).Path);
    }

    [Theory, EveryDatabase]
    public async Task Who_does_not_come_for_two_years_is_warned_and_then_erased(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.AccountAsync(Roles.Student, Email);
        await host.AccountAsync(Roles.Administrator, "admin@essais.example");

        host.Clock.Advance(host.Clock.GetUtcNow().AddMonths(23).AddDays(1) - host.Clock.GetUtcNow());
        await host.RunJobAsync("admin.retention");
        await host.RunJobAsync("admin.retention");
        await host.SettleAsync();
        Assert.Equal(Email, Assert.Single(host.Mails()).To.Mailboxes.Single().Address);
        Assert.True(await IsThereAsync(host, Email));

        host.Clock.Advance(TimeSpan.FromDays(32));
        await host.RunJobAsync("admin.retention");
        Assert.False(await IsThereAsync(host, Email));
        Assert.True(await IsThereAsync(host, "admin@essais.example"));
    }

    [Fact]
    public async Task A_visit_after_the_warning_keeps_the_account()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, Email);
        host.Clock.Advance(host.Clock.GetUtcNow().AddMonths(23).AddDays(1) - host.Clock.GetUtcNow());
        await host.RunJobAsync("admin.retention");

        await host.SignInAsync(Email);
        host.Clock.Advance(TimeSpan.FromDays(32));
        await host.RunJobAsync("admin.retention");

        Assert.True(await IsThereAsync(host, Email));
    }

    [Fact]
    public async Task Who_was_erased_does_not_come_back_with_a_restored_database()
    {
        var host = await TestHost.StartAsync();
        var person = await host.AsAsync(Roles.Student, Email);
        var backup = Path.Combine(host.Folder, "backup");
        await host.WithAsync<AdminDb>(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {backup}"));
        await person.SubmitAsync(await person.GetAsync("/account/data/erase"), "main form", ("Password", TestHost.Password));

        await using var restored = await host.ReleaseAsync();
        // An empty catalogue would ask for the sample.
        await File.WriteAllTextAsync(Path.Combine(restored.Folder, SampleUniversity.Marker), "", TestContext.Current.CancellationToken);
        File.Move(backup, Path.Combine(restored.Folder, "smartrecruiting.db"), overwrite: true);
        foreach (var log in Directory.EnumerateFiles(restored.Folder, "smartrecruiting.db-*")) File.Delete(log);
        await restored.StartAsync();
        using var visitor = restored.Visitor();
        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), "main form", ("Input.Email", Email), ("Input.Password", TestHost.Password));

        Assert.StartsWith("/account/login", refused.Path, StringComparison.Ordinal);
    }

    private static Task<bool> IsThereAsync(TestHost host, string email) => host.WithAsync<AdminDb, bool>(db => db.Accounts.AnyAsync(a => a.Email == email));
}
