namespace SmartRecruiting.Contracts;

/// <summary>The accounts of the platform.</summary>
public interface IAccounts
{
    /// <summary>The account with this e-mail address, made when it is missing, and ready to sign in.</summary>
    /// <returns>The account's id; the reasons when the password or the address is refused.</returns>
    Task<AccountResult> EnsureAsync(string email, string name, string role, string password, CancellationToken cancellation);
}

/// <summary>Lets the page of a module sign somebody up.</summary>
public interface ISignUp
{
    /// <summary>What is wrong with what somebody typed to sign up; nothing is kept, and an address that is known is no error.</summary>
    Task<IReadOnlyList<FieldError>> CheckAsync(NewAccount account, CancellationToken cancellation);

    /// <summary>
    /// Signs somebody up: an account that waits for its e-mail address to be confirmed, and the mail that asks for it. Only then do
    /// other modules hear of it (<see cref="AccountRequested"/>). A known address gets a mail of another kind, and the same answer.
    /// </summary>
    /// <returns>Nothing, or what <see cref="CheckAsync"/> says; then nothing was kept.</returns>
    Task<IReadOnlyList<FieldError>> RequestAsync(NewAccount account, AccountWish wish, CancellationToken cancellation);
}

/// <summary>The account, or why there is none.</summary>
public sealed record AccountResult(Guid? AccountId, IReadOnlyList<string> Errors);

/// <summary>What everybody is asked for who signs up; as typed, nothing checked.</summary>
public sealed record NewAccount
{
    /// <summary>First and last name.</summary>
    public string? Name { get; init; }

    /// <summary>Where the confirmation goes.</summary>
    public string? Email { get; init; }

    /// <summary>Never sent back to the browser.</summary>
    public string? Password { get; init; }
}

/// <summary>A message in the reader's language beside the field of <see cref="NewAccount"/> that caused it.</summary>
public sealed record FieldError(string Field, string Message);

/// <summary>What somebody who signs up asks for.</summary>
/// <param name="Role">One of <see cref="Roles"/>, but never the administrator's.</param>
/// <param name="Asks">For the person who decides: the name of the company, component or university.</param>
/// <param name="Details">What the module that made the form needs to know when the address is confirmed; its own words, JSON.</param>
public sealed record AccountWish(string Role, string Asks, string Details);

/// <summary>Somebody signed up and confirmed the e-mail address; a person must still approve.</summary>
/// <param name="Language">Of the person: fr or en.</param>
public sealed record AccountRequested(Guid AccountId, string Name, string Email, string Language, AccountWish Wish) : IntegrationEvent;

/// <summary>
/// Who may answer for somebody did so: a colleague for a recruiter, the programme's manager for a student; nobody when the school's
/// own roster has the address.
/// </summary>
public sealed record AccountVouched(Guid AccountId, Guid? By) : IntegrationEvent;

/// <summary>An account may act now: approved for the first time, or open again.</summary>
public sealed record AccountApproved(Guid AccountId, string Role, string Name, string Email) : IntegrationEvent;

/// <summary>An account may not act any more; its sessions end within seconds, and nothing is sent to it.</summary>
public sealed record AccountClosed(Guid AccountId) : IntegrationEvent
{
    /// <summary>Its address, in lower case: for who knows people by their address alone. Null for an account without one.</summary>
    public string? Email { get; init; }
}

/// <summary>An account has another e-mail address, which its owner confirmed.</summary>
/// <param name="Email">In lower case.</param>
public sealed record AccountMoved(Guid AccountId, string Email) : IntegrationEvent
{
    /// <summary>The address until now, in lower case; null when that is not known.</summary>
    public string? Before { get; init; }
}
