using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartRecruiting.Admin.Audit;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Contracts;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Admin.Tests;

public sealed class AuditTests
{
    [Theory, EveryDatabase]
    public async Task Fifty_writers_at_once_on_two_hosts_make_one_whole_chain(Database database)
    {
        await using var first = await TestHost.StartAsync(database);
        var same = database is Database.MariaDb
            ? first.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString
            : $"Data Source={Path.Combine(first.Folder, "smartrecruiting.db")}";
        await using var second = await TestHost.StartAsync(
            Database.Sqlite, $"Database:Provider={(database is Database.MariaDb ? "MySql" : "Sqlite")}", $"Database:ConnectionString={same}");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => WriteAsync(i % 2 == 0 ? first : second, $"writer {i}")));

        var records = await first.WithAsync<AdminDb, List<AuditRecord>>(db => db.AuditRecords.OrderBy(r => r.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), records.Select(r => r.Sequence));
        Assert.Equal(50, records.Select(r => r.Words).Distinct().Count());
        var found = await second.WithAsync<VerifyAudit, AuditFinding>(verify => verify.RunAsync(CancellationToken.None));
        Assert.Null(found.BrokenAt);
        Assert.Equal((50, records[^1].Hash), (found.Lines, found.Hash));
    }

    [Theory, EveryDatabase]
    public async Task A_line_changed_or_removed_is_found_by_the_command_and_by_the_nightly_job_and_shown(Database database)
    {
        foreach (var (tampering, line) in new[]
        {
            ("UPDATE admin_audit SET Words = 'something else' WHERE Sequence = 2", 2),
            ("UPDATE admin_audit SET ActorId = NULL, Address = '192.0.2.1' WHERE Sequence = 1", 1),
            ("DELETE FROM admin_audit WHERE Sequence = 2", 2),
            ("DELETE FROM admin_audit WHERE Sequence = 4", 4),
        })
        {
            await using var host = await TestHost.StartAsync(database);
            var administrator = await host.AsAsync(Roles.Administrator);
            for (var i = 1; i <= 4; i++) await WriteAsync(host, $"line {i} – « é » 😀");
            Assert.Equal((0, ""), await VerifyAsync(host));

            if (database is Database.Sqlite) await AllowTamperingAsync(host, tampering);
            await host.WithAsync<AdminDb>(db => db.Database.ExecuteSqlRawAsync(tampering));
            var (exit, errors) = await VerifyAsync(host);
            Assert.Equal(1, exit);
            Assert.Contains($"broken at line {line} of 4", errors, StringComparison.Ordinal);

            await host.RunJobAsync("admin.verify-audit");
            Assert.Contains($"Rompu à la ligne {line}", (await administrator.GetAsync("/admin/operations")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_log_is_searched_filtered_and_taken_away_as_a_file_which_is_a_line_of_its_own()
    {
        await using var host = await TestHost.StartAsync();
        var company = Guid.CreateVersion7();
        await host.WithAsync<IAudit>(audit => audit.WriteAsync(new AuditEntry("company.banned", "company", company, "Misuse"), CancellationToken.None));
        host.Clock.Advance(TimeSpan.FromDays(2));
        await host.WithAsync<IAudit>(audit => audit.WriteAsync(new AuditEntry("roster.read", "roster", null, "=1+1"), CancellationToken.None));
        var administrator = await host.AsAsync(Roles.Administrator);

        Assert.Equal(2, (await administrator.GetAsync("/admin/audit")).All("tbody tr").Count);
        foreach (var filter in new[] { "q=misuse", $"q={company}", "act=company.banned", "subject=company", "to=2026-03-03" })
        {
            var row = Assert.Single((await administrator.GetAsync("/admin/audit?" + filter)).All("tbody tr"));
            Assert.Contains("company.banned", row, StringComparison.Ordinal);
        }
        Assert.Contains("roster.read", Assert.Single((await administrator.GetAsync("/admin/audit?from=2026-03-04")).All("tbody tr")), StringComparison.Ordinal);
        Assert.Contains("Aucune ligne", (await administrator.GetAsync("/admin/audit?actor=personne@univ.example")).Text, StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/admin/audit?format=csv&q=misuse", UriKind.Relative));
        using var file = await administrator.SendAsync(request);
        Assert.Contains(company.ToString(), await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var exported = Assert.Single((await administrator.GetAsync("/admin/audit?actor=administrator@essais.example")).All("tbody tr"));
        Assert.Contains("export", exported, StringComparison.Ordinal);
        Assert.Contains("/admin/audit", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("misuse", exported, StringComparison.Ordinal);
        Assert.Contains("127.0.0.0/24", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_somebodys_record_is_a_line_once_an_hour_for_each_reader()
    {
        await using var host = await TestHost.StartAsync();
        var shown = await host.AccountAsync(Roles.Student, "eloise@univ.example");
        var administrator = await host.AsAsync(Roles.Administrator);
        for (var i = 0; i < 3; i++) await administrator.GetAsync($"/admin/accounts/{shown}");
        await administrator.GetAsync($"/admin/accounts/{Guid.NewGuid()}");
        Assert.Equal([shown], await ReadAsync());
        await (await host.AsAsync(Roles.Administrator, "autre@essais.example")).GetAsync($"/admin/accounts/{shown}");
        Assert.Equal([shown, shown], await ReadAsync());
        host.Clock.Advance(TimeSpan.FromHours(1.1));
        await (await host.AsAsync(Roles.Administrator)).GetAsync($"/admin/accounts/{shown}");
        Assert.Equal([shown, shown, shown], await ReadAsync());

        Task<List<Guid>> ReadAsync() => host.WithAsync<AdminDb, List<Guid>>(db => db.AuditRecords.Where(r => r.Action == "account.read").Select(r => r.SubjectId!.Value).ToListAsync());
    }

    [Fact]
    public async Task Asking_for_a_page_of_another_role_is_one_line_a_minute_however_often()
    {
        await using var host = await TestHost.StartAsync();
        var student = await host.AsAsync(Roles.Student);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync($"/admin/accounts/{Guid.NewGuid()}")).Status);
        Assert.Equal(1, await CountAsync());
        await student.GetAsync("/admin/audit");
        Assert.Equal(2, await CountAsync());
        host.Clock.Advance(TimeSpan.FromMinutes(1.1));
        await student.GetAsync("/admin/audit");
        Assert.Equal(3, await CountAsync());

        Task<int> CountAsync() => host.WithAsync<AdminDb, int>(db => db.AuditRecords.CountAsync(r => r.Action == "access.refused" && r.ActorRole == Roles.Student));
    }

    [Fact]
    public void Words_too_long_are_cut_between_signs_and_the_line_still_holds()
    {
        var words = new string('x', AuditRecord.LongestWords - 1) + "😀" + '\uD83D';
        var record = new AuditRecord(0, "", new AuditEntry("test", "test", null, words), new AuditActor(null, "", ""), new DateTime(2026, 3, 2, 9, 0, 0, 123, 456, DateTimeKind.Utc));
        Assert.Equal(AuditRecord.LongestWords - 1, record.Words.Length);
        Assert.Equal(0, record.At.Microsecond);
        Assert.True(record.Follows(0, ""));
        Assert.False(record.Follows(1, ""));
        Assert.False(record.Follows(0, record.Hash));
    }

    private static Task WriteAsync(TestHost host, string words) =>
        host.WithAsync<IAudit>(audit => audit.WriteAsync(new AuditEntry("test.written", "test", Guid.NewGuid(), words), CancellationToken.None));

    private static Task<(int Exit, string Errors)> VerifyAsync(TestHost host) =>
        host.WithAsync<IServiceProvider, (int, string)>(async services =>
        {
            using var errors = new StringWriter();
            var exit = await ActivatorUtilities.CreateInstance<AuditCommand>(services).RunAsync(["verify"], TextWriter.Null, errors, CancellationToken.None);
            return (exit, errors.ToString());
        });

    // The database refuses; somebody who owns its file takes the refusal away first.
    private static Task AllowTamperingAsync(TestHost host, string tampering) => host.WithAsync<AdminDb>(async db =>
    {
        var refused = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(tampering));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER admin_audit_stays; DROP TRIGGER admin_audit_keeps;");
    });
}
