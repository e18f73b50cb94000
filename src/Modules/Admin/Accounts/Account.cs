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

    /// <summary>Somebody whose address is not confirmed is nobody yet; who waits for approval signs in to see what is awaited.</summary>
    public bool MaySignIn => Status is AccountStatus.Active or AccountStatus.PendingApproval;

    /// <summary>An approved account acts in its role. A recruiter who waits writes drafts; whether they leave is up to the company's state.</summary>
    public bool MayAct => Status is AccountStatus.Active || (Status is AccountStatus.PendingApproval && Role == Roles.Recruiter);

    /// <summary>Somebody who signs up: nothing happens before the address is confirmed.</summary>
    public static Account SignUp(string email, string name, string role, DateTime now) =>
        new(email, name, role, now) { EmailConfirmed = false, Status = AccountStatus.EmailUnverified };

    /// <summary>The address is the person's own; false when that was known, or does not matter any more.</summary>
    public bool TryConfirm()
    {
        if (Status is not AccountStatus.EmailUnverified) return false;
        (EmailConfirmed, Status) = (true, AccountStatus.PendingApproval);
        return true;
    }

    /// <summary>The account may act; false when it does already, or never will.</summary>
    public bool TryApprove()
    {
        if (Status is not (AccountStatus.PendingApproval or AccountStatus.Suspended)) return false;
        Status = AccountStatus.Active;
        return true;
    }

    /// <summary>Ends what the account may do and, at their next re-check, its sessions; false when there is nothing to end.</summary>
    public bool TrySuspend()
    {
        if (Status is not (AccountStatus.PendingApproval or AccountStatus.Active)) return false;
        Status = AccountStatus.Suspended;
        EndSessions();
        return true;
    }

    /// <summary>Gives the account another role and ends its sessions; false when that changes nothing, or nobody is behind the account.</summary>
    public bool TryChangeRole(string role)
    {
        if (role == Role || Status is AccountStatus.EmailUnverified or AccountStatus.Erased) return false;
        (_, Role) = Checked(Name, role);
        EndSessions();
        return true;
    }

    /// <summary>Opens the account again, under this name and role; sessions that began before end when the role is another.</summary>
    public void Reopen(string name, string role)
    {
        if (role != Role) EndSessions();
        (Name, Role) = Checked(name, role);
        (EmailConfirmed, Status) = (true, AccountStatus.Active);
    }

    /// <summary>Ends all sessions at their next re-check.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");

    private static (string Name, string Role) Checked(string name, string role)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!Roles.All.Contains(role)) throw new ArgumentException($"There is no role \"{role}\".", nameof(role));
        return (name.Trim(), role);
    }
}

/// <summary>The life of an account.</summary>
internal enum AccountStatus
{
    EmailUnverified,
    PendingApproval,
    Active,
    Suspended,
    Erased,
}
