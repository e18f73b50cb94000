using Microsoft.AspNetCore.Identity;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.SignIn;

namespace SmartRecruiting.Admin.Passwords;

/// <summary>Makes and checks hashes of passwords, each when its turn comes.</summary>
internal sealed class PasswordHashing(UserManager<Account> accounts, HashingQueue queue)
{
    // A hash of a password that nobody knows: an unknown address costs the same time as a known one.
    private static string? nobodysHash;

    /// <summary>The hash to keep; null when the queue is too long.</summary>
    public async Task<string?> HashAsync(string password, CancellationToken cancellation)
    {
        string? hash = null;
        await queue.RunAsync(
            () =>
            {
                hash = accounts.PasswordHasher.HashPassword(null!, password);
                return Task.FromResult(true);
            },
            cancellation);
        return hash;
    }

    /// <summary>Whether this is the account's password, in the same time for no account; null when the queue is too long.</summary>
    public Task<bool?> CheckAsync(Account? account, string password, CancellationToken cancellation) =>
        queue.RunAsync(() => CheckNowAsync(account, password), cancellation);

    private async Task<bool> CheckNowAsync(Account? account, string password)
    {
        nobodysHash ??= accounts.PasswordHasher.HashPassword(null!, Guid.NewGuid().ToString());
        if (account?.PasswordHash is not null) return await accounts.CheckPasswordAsync(account, password);
        accounts.PasswordHasher.VerifyHashedPassword(null!, nobodysHash, password);
        return false;
    }
}
