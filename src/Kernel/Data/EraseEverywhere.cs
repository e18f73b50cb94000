using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Outbox;

namespace SmartRecruiting.Kernel.Data;

/// <summary>Takes a person out of every module: what each deletes by itself, then name and address out of all that stays.</summary>
public sealed class EraseEverywhere(IServiceProvider scope, IEnumerable<IPersonalData> modules, IEnumerable<ModuleDbRegistration> databases)
{
    /// <summary>Safe to call twice; returns when nothing is left in the tables.</summary>
    public async Task RunAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        foreach (var module in modules) await module.EraseAsync(owner, cancellation);
        foreach (var database in databases)
        {
            var db = (ModuleDb)scope.GetRequiredService(database.Context);
            // What arrived is only kept to look at, and a mail to nobody need not leave.
            await db.Outbox.Where(x => (x.DoneAt != null || x.Event == nameof(MailRequested)) && x.Payload.Contains(owner.Email)).ExecuteDeleteAsync(cancellation);
            await db.SweepAsync(owner, cancellation);
        }
    }

    /// <summary>Empties SQLite's log of changes, which would keep the old pages until it wraps round.</summary>
    public async Task EmptyLogAsync(CancellationToken cancellation)
    {
        var any = (ModuleDb)scope.GetRequiredService(databases.First().Context);
        if (any.Database.IsSqlite()) await any.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
    }
}
