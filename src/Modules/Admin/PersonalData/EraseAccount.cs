using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Admin.PersonalData;

/// <summary>
/// Takes a person out of the platform for good. The account's row stays as a number without a name, so that what points to it still
/// does. Interrupted anywhere, the next run ends it: the tombstone comes first, the row loses its address last.
/// </summary>
internal sealed class EraseAccount(AdminDb db, EraseEverywhere everywhere, Tombstones tombstones, IAudit audit, TimeProvider clock)
{
    /// <summary>False for the last administrator, without whom nobody could let anybody in, and for an account that is not there.</summary>
    public async Task<bool> TryRunAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } account) return false;
        if (!await db.CanLoseAsync(account, cancellation)) return false;
        tombstones.Add(id, clock.GetUtcNow().UtcDateTime);
        await RunAsync(account, cancellation);
        return true;
    }

    /// <summary>Ends what was interrupted, and erases again who came back with a restored database.</summary>
    public async Task ReplayAsync(CancellationToken cancellation)
    {
        var gone = tombstones.All();
        foreach (var chunk in gone.Chunk(500))
        {
            foreach (var account in await db.Accounts.Where(a => chunk.Contains(a.Id) && !a.Email!.EndsWith(Account.ErasedAddress)).ToListAsync(cancellation))
            {
                await RunAsync(account, cancellation);
            }
        }
    }

    private async Task RunAsync(Account account, CancellationToken cancellation)
    {
        // The unique column keeps the address to the end, also when a run was interrupted after its sweep.
        var owner = new PersonalOwner(account.Id, account.NormalizedEmail!.ToLowerInvariant(), account.Name);
        account.Erase();
        db.Publish(new AccountClosed(account.Id));
        await db.SaveChangesAsync(cancellation);
        await everywhere.RunAsync(owner, cancellation);
        await db.Entry(account).ReloadAsync(cancellation);
        account.Forget();
        await db.SaveChangesAsync(cancellation);
        await audit.WriteAsync(new AuditEntry("account.erased", "account", account.Id), cancellation);
        await everywhere.EmptyLogAsync(cancellation);
    }
}
