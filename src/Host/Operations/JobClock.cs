using System.Globalization;
using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using SmartRecruiting.Kernel.Jobs;

namespace SmartRecruiting.Host.Operations;

/// <summary>What the clock of the jobs knows of each: when it ran, how it went, when it comes again.</summary>
internal sealed class JobClock(JobStorage storage, IRecurringJobManager manager, IEnumerable<RecurringRegistration> jobs)
{
    /// <summary>False where no worker runs jobs, here or on another host: asking for one would wait for ever.</summary>
    public bool HasWorkers => storage.GetMonitoringApi().Servers().Count > 0;

    /// <summary>Every job that the modules registered, also where the clock does not run.</summary>
    public IReadOnlyList<JobLine> Read()
    {
        using var connection = storage.GetConnection();
        var known = connection.GetRecurringJobs().ToDictionary(j => j.Id);
        var monitor = storage.GetMonitoringApi();
        return
        [
            .. from job in jobs
               orderby job.Id
               let now = known.GetValueOrDefault(job.Id)
               select new JobLine(job.Id, job.Cron, now?.LastExecution, State(now), Duration(now, monitor), now?.NextExecution),
        ];
    }

    /// <summary>Has the job run as soon as a worker is free; false for a name that no module registered.</summary>
    public bool TryRun(string id)
    {
        if (jobs.FirstOrDefault(j => j.Id == id) is not { } job) return false;
        job.Schedule(manager);
        manager.Trigger(job.Id);
        return true;
    }

    private static JobState? State(RecurringJobDto? job) => job switch
    {
        null or { LastJobState: null, Error: null } => null,
        { Error: not null } or { LastJobState: nameof(JobState.Failed) } => JobState.Failed,
        { LastJobState: nameof(JobState.Succeeded) } => JobState.Succeeded,
        { LastJobState: nameof(JobState.Deleted) } => JobState.Deleted,
        _ => JobState.Running,
    };

    private static TimeSpan? Duration(RecurringJobDto? job, IMonitoringApi monitor)
    {
        if (job is not { LastJobState: nameof(JobState.Succeeded), LastJobId: { } last }) return null;
        var done = monitor.JobDetails(last)?.History.FirstOrDefault(h => h.StateName == SucceededState.StateName);
        return done?.Data.TryGetValue("PerformanceDuration", out var text) is true && long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
    }
}

/// <summary>How a job went last; Hangfire's own names where it has them.</summary>
internal enum JobState
{
    Running,
    Succeeded,
    Failed,
    Deleted,
}

/// <summary>One job.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Cron">When it runs, UTC.</param>
/// <param name="Last">Null when it never ran since the clock was set up.</param>
/// <param name="State">Of the last run.</param>
/// <param name="Took">How long that was, when it succeeded and is remembered.</param>
/// <param name="Next">Null where no clock runs.</param>
internal sealed record JobLine(string Id, string Cron, DateTime? Last, JobState? State, TimeSpan? Took, DateTime? Next);
