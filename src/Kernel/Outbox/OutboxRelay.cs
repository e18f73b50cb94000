using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Queue;

namespace SmartRecruiting.Kernel.Outbox;

/// <summary>Configuration section "Outbox".</summary>
public sealed class OutboxOptions
{
    /// <summary>False leaves delivery to whoever calls <see cref="OutboxRelay.DrainAsync"/>.</summary>
    public bool Background { get; set; } = true;

    /// <summary>How long a claimed row is out of others' reach; a killed host's rows wait as long.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often an idle host looks by itself.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long what was delivered is kept.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(30);
}

/// <summary>Brings the events of every module's outbox to their handlers.</summary>
public sealed class OutboxRelay(
    IServiceProvider services,
    IEnumerable<ModuleDbRegistration> modules,
    OutboxSignal signal,
    IOptions<OutboxOptions> options,
    TimeProvider clock,
    ILogger<OutboxRelay> log) : BackgroundService
{
    private const int Batch = 20;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Delivers all that is due now, and what these deliveries bring forth; returns how many were handed over.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellation)
    {
        var total = 0;
        for (var delivered = -1; delivered != 0; total += delivered)
        {
            delivered = 0;
            foreach (var module in modules) delivered += await DeliverBatchAsync(module, cancellation);
        }
        return total;
    }

    /// <summary>Forgets what was delivered long ago; dead letters stay.</summary>
    public async Task PurgeAsync(CancellationToken cancellation)
    {
        var before = Now - options.Value.Keep;
        await ForEachDbAsync((db, token) => db.Outbox.Where(x => x.DoneAt < before).ExecuteDeleteAsync(token), cancellation);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Background) return;
        await ReleaseOwnLeasesAsync(stoppingToken);
        await Task.WhenAll(modules.Select(module => Task.Run(() => RunAsync(module, stoppingToken), stoppingToken)));
    }

    private async Task RunAsync(ModuleDbRegistration module, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                while (await DeliverBatchAsync(module, stopping) > 0) { }
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                // The database may be away; the rows wait there.
                log.LogError(failure, "The outbox of {Module} cannot be read", module.Prefix);
            }
            await Task.WhenAny(next, Task.Delay(options.Value.Pace, stopping));
        }
    }

    private async Task<int> DeliverBatchAsync(ModuleDbRegistration module, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(module.Context);
        var rows = await db.ClaimAsync<OutboxRow>(Batch, options.Value.Lease, Now, cancellation);
        foreach (var row in rows) await DeliverAsync(db, row, cancellation);
        return rows.Count;
    }

    private async Task DeliverAsync(ModuleDb db, OutboxRow row, CancellationToken cancellation)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Handlers>().DeliverAsync(row, scope.ServiceProvider, cancellation);
            await db.CompleteAsync(row, Now, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // The payload may hold names and addresses, so it is never logged.
            log.LogWarning(failure, "{Handler} failed on {Event} {Row}, try {Try}", row.Handler, row.Event, row.Id, row.Tries + 1);
            await db.FailAsync(row, failure.GetType().Name, forGood: false, Now, cancellation);
        }
    }

    // SQLite is one host's own: whatever was leased at the start was leased by a process that is gone.
    private Task ReleaseOwnLeasesAsync(CancellationToken cancellation) => ForEachDbAsync(
        (db, token) => db.Database.IsSqlite()
            ? db.Outbox.Where(x => x.LeasedUntil != null).ExecuteUpdateAsync(set => set.SetProperty(x => x.LeasedUntil, (DateTime?)null), token)
            : Task.CompletedTask,
        cancellation);

    private async Task ForEachDbAsync(Func<ModuleDb, CancellationToken, Task> act, CancellationToken cancellation)
    {
        foreach (var module in modules)
        {
            await using var scope = services.CreateAsyncScope();
            await act((ModuleDb)scope.ServiceProvider.GetRequiredService(module.Context), cancellation);
        }
    }
}
