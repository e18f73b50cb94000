using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Jobs;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Kernel.Users;

namespace SmartRecruiting.Kernel;

/// <summary>Registers what every module stands on.</summary>
public static class KernelRegistration
{
    /// <summary>Database, outbox, jobs, clock and current user.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database")
            .Validate(o => o.Provider is DatabaseProvider.Sqlite || o.ConnectionString.Length > 0, "Database:ConnectionString is missing; MariaDB needs it.")
            .ValidateOnStart();
        services.AddSingleton<DataDirectory>();
        services.AddSingleton(new WriterGate(configuration.GetValue<DatabaseProvider>("Database:Provider") is DatabaseProvider.Sqlite));
        services.AddSingleton<Migrations>();
        services.AddScoped<EraseEverywhere>();
        services.AddOptions<OutboxOptions>().BindConfiguration("Outbox").ValidateOnStart();
        services.AddSingleton<Handlers>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxRelay>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxRelay>());
        services.AddRecurring<PurgeOutbox>("host.purge-outbox", Cron.Daily(4), job => job.RunAsync(CancellationToken.None));
        return services;
    }
}
