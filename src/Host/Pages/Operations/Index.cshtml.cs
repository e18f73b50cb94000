using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Host.Operations;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Host.Pages.Operations;

/// <summary>How the machinery is: health, jobs, and what was set aside.</summary>
internal sealed class IndexModel(JobClock clock, DeadLetters letters, HealthCheckService health, IAudit audit, IStringLocalizer<Text> text) : PageModel
{
    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    public bool HasWorkers { get; private set; }

    public IReadOnlyList<QueueState> Queues { get; private set; } = [];

    public HealthReport Health { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (Jobs, HasWorkers) = (clock.Read(), clock.HasWorkers);
        Queues = await letters.ReadAsync(cancellation);
        Health = await health.CheckHealthAsync(cancellation);
    }

    public async Task<IActionResult> OnPostRunAsync(string job, CancellationToken cancellation)
    {
        if (!clock.HasWorkers) this.Say(text["OpsNoWorkers"]);
        else if (!clock.TryRun(job)) return NotFound();
        else
        {
            await audit.WriteAsync(new AuditEntry("job.started", "job", null, job), cancellation);
            this.Say(text["OpsStarted", job]);
        }
        return RedirectToPage();
    }

    /// <param name="queue">A module's name, or "mail".</param>
    /// <param name="letter">One letter; all of the queue without it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IActionResult> OnPostRetryAsync(string queue, Guid? letter, CancellationToken cancellation)
    {
        var again = await letters.RetryAsync(queue, letter, cancellation);
        if (again > 0) await audit.WriteAsync(new AuditEntry("queue.retried", "queue", letter, $"{queue}: {again}"), cancellation);
        this.Say(again > 0 ? text["OpsRetried", again] : text["OpsRetriedNone"]);
        return RedirectToPage();
    }
}
