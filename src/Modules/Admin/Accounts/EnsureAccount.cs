using Microsoft.AspNetCore.Identity;

namespace SmartRecruiting.Admin.Accounts;

/// <summary>
/// Makes an account, or brings the one with this address to what is asked: open, with this name, role and password. What begins
/// again after a crash so ends with the password that it hands out.
/// </summary>
internal sealed class EnsureAccount(UserManager<Account> accounts, TimeProvider clock) : IAccounts
{
    public async Task<AccountResult> EnsureAsync(string email, string name, string role, string password, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var account = await accounts.FindByEmailAsync(email.Trim());
        if (account is null)
        {
            account = new Account(email, name, role, clock.GetUtcNow().UtcDateTime);
            return Result(account, await accounts.CreateAsync(account, password));
        }
        foreach (var rule in accounts.PasswordValidators)
        {
            if (await rule.ValidateAsync(accounts, account, password) is { Succeeded: false } refused) return Result(account, refused);
        }
        account.Reopen(name, role);
        if (!await accounts.CheckPasswordAsync(account, password))
        {
            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
            return Result(account, await accounts.UpdateSecurityStampAsync(account));
        }
        return Result(account, await accounts.UpdateAsync(account));
    }

    private static AccountResult Result(Account account, IdentityResult result) => result.Succeeded
        ? new AccountResult(account.Id, [])
        : new AccountResult(null, [.. result.Errors.Select(e => e.Description).Distinct()]);
}
