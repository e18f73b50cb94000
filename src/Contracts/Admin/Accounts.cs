namespace SmartRecruiting.Contracts;

/// <summary>The accounts of the platform.</summary>
public interface IAccounts
{
    /// <summary>The account with this e-mail address, made when it is missing, and ready to sign in.</summary>
    /// <returns>The account's id; the reasons when the password or the address is refused.</returns>
    Task<AccountResult> EnsureAsync(string email, string name, string role, string password, CancellationToken cancellation);
}

/// <summary>The account, or why there is none.</summary>
public sealed record AccountResult(Guid? AccountId, IReadOnlyList<string> Errors);
