using Microsoft.AspNetCore.Identity;

namespace SmartRecruiting.Admin.Accounts;

/// <summary>Who can sign in, and as what. One account has one role.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public Account(string email, string name, string role, DateTime now)
    {
        Id = Guid.CreateVersion7();
        Email = UserName = email.Trim().ToLowerInvariant();
        EmailConfirmed = true;
        (Name, Role) = Checked(name, role);
        CreatedAt = now;
    }

    // For EF.
    private Account() => (Name, Role) = ("", "");

    public string Name { get; private set; }

    public string Role { get; private set; }

    public AccountStatus Status { get; private set; } = AccountStatus.Active;

    public DateTime CreatedAt { get; private init; }

    public bool MaySignIn => Status is AccountStatus.Active;

    /// <summary>Ends the account and, at their next re-check, its sessions.</summary>
    public void Close()
    {
        Status = AccountStatus.Closed;
        EndSessions();
    }

    /// <summary>Opens the account again, under this name and role; sessions that began before end when the role is another.</summary>
    public void Reopen(string name, string role)
    {
        if (role != Role) EndSessions();
        (Name, Role) = Checked(name, role);
        Status = AccountStatus.Active;
    }

    private void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");

    private static (string Name, string Role) Checked(string name, string role)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!Roles.All.Contains(role)) throw new ArgumentException($"There is no role \"{role}\".", nameof(role));
        return (name.Trim(), role);
    }
}

internal enum AccountStatus
{
    Active,
    Closed,
}
