using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Audit;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Admin.PersonalData;

/// <summary>
/// Takes a person out of the platform for good. The account's row stays as a number without a name, so that what points to it still
/// does. Interrupted anywhere, the next run ends it: the tombstone comes first, the row loses its address last.
/// </summary>
internal sealed class EraseAccount(AdminDb db, EraseEverywhere everywhere, Tombstones tombstones, AuditTrail audit, TimeProvider clock)
{
    /// <summary>False for the last administrator, without whom nobody could let anybody in, and for an account that is not there.</summary>
    public async Task<bool> TryRunAsync(Guid id, CancellationToken cancellation)
    {
        Account? account = null;
        PersonalOwner? owner = null;
        var begun = await audit.ActAsync(
            async () =>
            {
                account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellation);
                if (account is null || !await db.CanLoseAsync(account, cancellation)) return null;
                tombstones.Add(id, clock.GetUtcNow().UtcDateTime);
                owner = Begin(account);
                return Entry(account);
            },
            cancellation);
        if (begun) await FinishAsync(account!, owner!, cancellation);
        return begun;
    }

    /// <summary>Ends what was interrupted, and erases again who came back with a restored database.</summary>
    public async Task ReplayAsync(CancellationToken cancellation)
    {
        var gone = tombstones.All();
        foreach (var chunk in gone.Chunk(500))
        {
            foreach (var account in await db.Accounts.Where(a => chunk.Contains(a.Id) && !a.Email!.EndsWith(Account.ErasedAddress)).ToListAsync(cancellation))
            {
                PersonalOwner? owner = null;
                await audit.ActAsync(
                    () =>
                    {
                        owner = Begin(account);
                        return Task.FromResult<AuditEntry?>(Entry(account));
                    },
                    cancellation);
                await FinishAsync(account, owner!, cancellation);
            }
        }
    }

    private static AuditEntry Entry(Account account) => new("account.erased", "account", account.Id);

    private PersonalOwner Begin(Account account)
    {
        // The unique column keeps the address to the end, also when a run was interrupted after its sweep.
        var owner = new PersonalOwner(account.Id, account.NormalizedEmail!.ToLowerInvariant(), account.Name);
        account.Erase();
        db.Publish(new AccountClosed(account.Id));
        return owner;
    }

    private async Task FinishAsync(Account account, PersonalOwner owner, CancellationToken cancellation)
    {
        await everywhere.RunAsync(owner, cancellation);
        await db.Entry(account).ReloadAsync(cancellation);
        account.Forget();
        await db.SaveChangesAsync(cancellation);
        await everywhere.EmptyLogAsync(cancellation);
    }
}
