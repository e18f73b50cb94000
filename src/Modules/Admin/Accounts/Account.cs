using Microsoft.AspNetCore.Identity;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Admin.Accounts;

/// <summary>Who can sign in, and as what. One account has one role.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    /// <summary>What the address of an erased account ends with.</summary>
    public const string ErasedAddress = "@erased.invalid";

    public Account(string email, string name, string role, DateTime now)
    {
        Id = Guid.CreateVersion7();
        MoveTo(email);
        EmailConfirmed = true;
        (Name, Role) = Checked(name, role);
        CreatedAt = LastSeenAt = now;
    }

    // For EF.
    private Account() => (Name, Role, Language) = ("", "", "");

    public string Name { get; private set; }

    public string Role { get; private set; }

    /// <summary>Of its mails: fr or en.</summary>
    public string Language { get; private set; } = "fr";

    public AccountStatus Status { get; private set; } = AccountStatus.Active;

    public DateTime CreatedAt { get; private set; }

    /// <summary>Somebody whose address is not confirmed is nobody yet; who waits for approval signs in to see what is awaited.</summary>
    public bool MaySignIn => Status is AccountStatus.Active or AccountStatus.PendingApproval;

    /// <summary>An approved account acts in its role. A recruiter who waits writes drafts; whether they leave is up to the company's state.</summary>
    public bool MayAct => Status is AccountStatus.Active || (Status is AccountStatus.PendingApproval && Role == Roles.Recruiter);

    /// <summary>Somebody who signs up: nothing happens before the address is confirmed.</summary>
    public static Account SignUp(string email, string name, string role, DateTime now, string language = "fr") =>
        new(email, name, role, now) { EmailConfirmed = false, Status = AccountStatus.EmailUnverified, Language = language, SecurityStamp = NewStamp() };

    /// <summary>Signs up once more before the address was confirmed: what was asked before is forgotten.</summary>
    public void SignUpAgain(string name, string role, DateTime now, string language)
    {
        if (Status is not AccountStatus.EmailUnverified) throw new InvalidOperationException("Somebody's confirmed account is not signed up again.");
        (Name, Role) = Checked(name, role);
        (CreatedAt, Language) = (now, language);
    }

    /// <summary>Gives the account another address, which its owner has confirmed or is about to.</summary>
    public void MoveTo(string email)
    {
        Email = UserName = Tidy(email);
        // As Identity's normaliser has it.
        NormalizedEmail = NormalizedUserName = Normal(email);
    }

    /// <summary>An address as it is written to.</summary>
    public static string Tidy(string email) => email.Trim().ToLowerInvariant();

    /// <summary>An address as it is looked up.</summary>
    public static string Normal(string email) => Tidy(email).Normalize().ToUpperInvariant();

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

    /// <summary>Opens the account again, under this name and role; sessions that began before end when the role is another.</summary>
    public void Reopen(string name, string role)
    {
        if (role != Role) EndSessions();
        (Name, Role) = Checked(name, role);
        (EmailConfirmed, Status) = (true, AccountStatus.Active);
    }

    /// <summary>When the account was last used; it is erased when nobody comes for long.</summary>
    public DateTime LastSeenAt { get; private set; }

    /// <summary>When its owner was told so; null again with the next visit.</summary>
    public DateTime? WarnedAt { get; private set; }

    public void Seen(DateTime now) => (LastSeenAt, WarnedAt) = (now, null);

    public void Warn(DateTime now) => WarnedAt = now;

    /// <summary>The account is nobody's any more; its address stays until everything that has it is swept.</summary>
    public void Erase()
    {
        (Status, PasswordHash, PhoneNumber, TwoFactorEnabled) = (AccountStatus.Erased, null, null, false);
        EndSessions();
    }

    /// <summary>The last of it: a number without a name.</summary>
    public void Forget()
    {
        Name = Sweep.Erased;
        Email = UserName = $"{Id:N}{ErasedAddress}";
        NormalizedEmail = NormalizedUserName = Email.ToUpperInvariant();
    }

    /// <summary>Ends all sessions at their next re-check.</summary>
    public void EndSessions() => SecurityStamp = NewStamp();

    private static string NewStamp() => Guid.NewGuid().ToString("N");

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
