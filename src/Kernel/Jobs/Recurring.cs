using System.Linq.Expressions;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace SmartRecruiting.Kernel.Jobs;

/// <summary>A job that comes back by the clock. It looks for rows that need work; it can be killed anywhere and run twice.</summary>
public sealed record RecurringRegistration(string Id, string Cron, Action<IRecurringJobManager> Schedule, Func<IServiceProvider, Task> Run);

/// <summary>Registers recurring jobs.</summary>
public static class RecurringRegistrationExtensions
{
    /// <summary>Runs one public method of the job at each tick of the cron line (UTC).</summary>
    public static IServiceCollection AddRecurring<TJob>(this IServiceCollection services, string id, string cron, Expression<Func<TJob, Task>> run)
        where TJob : class
    {
        services.AddScoped<TJob>();
        var compiled = run.Compile();
        return services.AddSingleton(new RecurringRegistration(
            id,
            cron,
            manager => manager.AddOrUpdate(id, run, cron),
            scope => compiled(scope.GetRequiredService<TJob>())));
    }
}
