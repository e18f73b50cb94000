using Hangfire;
using SmartRecruiting.Kernel.Jobs;

namespace SmartRecruiting.Host.Operations;

/// <summary>Gives Hangfire, at each start, the jobs that the modules registered.</summary>
internal sealed class ScheduleJobs(IRecurringJobManager manager, IEnumerable<RecurringRegistration> jobs) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in jobs) job.Schedule(manager);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
