using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SmartRecruiting.Kernel.Data;

/// <summary>Brings every module's tables to this version of the program.</summary>
public sealed class Migrations(IServiceProvider services, IEnumerable<ModuleDbRegistration> modules, DataDirectory data)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Applies what is missing; two hosts may call it at once. True when anything was applied.</summary>
    public async Task<bool> ApplyAsync(CancellationToken cancellation)
    {
        var applied = false;
        await using var scope = services.CreateAsyncScope();
        foreach (var module in modules)
        {
            var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(module.Context);
            if (!(await db.Database.GetPendingMigrationsAsync(cancellation)).Any()) continue;
            applied = true;
            if (db.Database.IsSqlite()) await MigrateSqliteAsync(db, cancellation);
            else await db.Database.MigrateAsync(cancellation);
        }
        return applied;
    }

    // EF's own lock on SQLite is a row that outlives a killed process; the file lock ends with its process, so whoever holds it
    // may clear that row.
    private async Task MigrateSqliteAsync(ModuleDb db, CancellationToken cancellation)
    {
        await using var held = await LockAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            try
            {
                return new FileStream(data.File("migrate.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(100, cancellation);
            }
        }
    }
}
