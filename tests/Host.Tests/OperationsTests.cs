using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Host.Data;
using SmartRecruiting.Host.Mail;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Kernel.Queue;

namespace SmartRecruiting.Host.Tests;

public sealed class OperationsTests
{
    [Theory, EveryDatabase]
    public async Task A_mail_and_a_message_set_aside_are_shown_and_leave_after_one_click(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await host.WithAsync<HostDb>(async db =>
        {
            db.Publish(new MailRequested("eloise@essais.example", "Éloïse Essai", "Un", "fr", ["Un essai."], null));
            await db.SaveChangesAsync();
        });
        await host.WithAsync<OutboxRelay>(relay => relay.DrainAsync(CancellationToken.None));
        await host.WithAsync<HostDb>(async db =>
        {
            db.Publish(new MailRequested("eloise@essais.example", "Éloïse Essai", "Deux", "fr", ["Un essai."], null));
            await db.SaveChangesAsync();
            var now = host.Clock.GetUtcNow().UtcDateTime;
            foreach (var mail in await db.ClaimAsync<MailRow>(9, TimeSpan.FromMinutes(1), now, CancellationToken.None)) await db.FailAsync(mail, "SMTP 550", true, now, CancellationToken.None);
            foreach (var row in await db.ClaimAsync<OutboxRow>(9, TimeSpan.FromMinutes(1), now, CancellationToken.None)) await db.FailAsync(row, "TimeoutException", true, now, CancellationToken.None);
        });
        await host.SettleAsync();
        Assert.Empty(host.Mails());

        var administrator = await host.AsAsync(Roles.Administrator);
        var page = await administrator.GetAsync("/admin/operations");
        Assert.Contains("SMTP 550", page.Text, StringComparison.Ordinal);
        Assert.Contains("MailRequested → WriteMailDown", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("eloise@essais.example", page.Html, StringComparison.Ordinal);
        foreach (var queue in new[] { "host", "mail" })
        {
            var form = page.Document.QuerySelectorAll("form").Single(f => f.QuerySelector($"input[value='{queue}']") is not null && f.QuerySelector("input[name=letter]") is not null);
            form.Id = "retry-" + queue;
            Assert.Contains("Remis en file : 1.", (await administrator.SubmitAsync(page, "#retry-" + queue)).Text, StringComparison.Ordinal);
        }
        await host.SettleAsync();
        Assert.Equal(["Deux", "Un"], host.Mails().Select(m => m.Subject).Order());
        Assert.Contains("Aucun message n’est mis de côté.", (await administrator.GetAsync("/admin/operations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_are_listed_where_no_clock_runs_and_cannot_be_started_there()
    {
        await using var host = await TestHost.StartAsync();
        var administrator = await host.AsAsync(Roles.Administrator);
        var page = await administrator.GetAsync("/admin/operations");
        Assert.Contains("admin.verify-audit", page.All("tbody th"));
        Assert.Contains("Aucun exécutant ne tourne", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("button[name=job]"));
        Assert.Equal(["Base de données", "Journal d’audit"], page.All(".facts dt").Order());
    }

    [Fact]
    public async Task A_job_runs_now_when_asked_and_its_result_and_next_time_are_shown()
    {
        await using var host = await TestHost.StartAsync(Database.Sqlite, "Jobs:Background=true");
        var administrator = await host.AsAsync(Roles.Administrator);
        await Wait.UntilAsync(async () => (await administrator.GetAsync("/admin/operations")).All("button[name=job]").Count > 0, "a worker");
        var page = await administrator.GetAsync("/admin/operations");
        var form = page.Document.QuerySelector("form:has(button[name=job])")!;
        form.Id = "jobs";
        await administrator.SubmitAsync(page, "#jobs", ("job", "admin.verify-audit"));
        await Wait.UntilAsync(
            async () => (await administrator.GetAsync("/admin/operations")).All("tbody tr").Any(r => r.StartsWith("admin.verify-audit", StringComparison.Ordinal) && r.Contains("Réussie", StringComparison.Ordinal)),
            "the job done");
        var row = (await administrator.GetAsync("/admin/operations")).Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("admin.verify-audit", StringComparison.Ordinal));
        Assert.EndsWith(" s", row.QuerySelector("td[data-label='Durée']")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("–", row.QuerySelector("td[data-label='Prochaine fois']")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.SubmitAsync(page, "#jobs", ("job", "no.such-job"))).Status);
    }

    [Fact]
    public async Task The_dashboard_of_the_jobs_is_for_administrators_and_other_pages_keep_their_policy()
    {
        await using var host = await TestHost.StartAsync();
        foreach (var path in new[] { "/jobs", "/jobs/recurring", "/admin/operations" })
        {
            Assert.StartsWith("/account/login", (await host.Anonymous().GetAsync(path)).Path, StringComparison.Ordinal);
            foreach (var role in Roles.All)
            {
                var page = await (await host.AsAsync(role)).GetAsync(path);
                Assert.Equal(role == Roles.Administrator ? HttpStatusCode.OK : HttpStatusCode.NotFound, page.Status);
            }
        }
        var administrator = await host.AsAsync(Roles.Administrator);
        foreach (var path in new[] { "/admin/operations", "/jobs", "/error/404", "/jobsearch" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            using var answer = await administrator.SendAsync(request);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Equal(path == "/jobs", policy.Contains("unsafe-inline", StringComparison.Ordinal));
        }
    }
}
