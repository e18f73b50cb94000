using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Schooling.Catalogue;

namespace SmartRecruiting.Schooling.Staff;

/// <summary>Whether an account's mandates count.</summary>
internal enum StaffState
{
    /// <summary>Nobody approved the account yet.</summary>
    Waiting,

    Active,

    /// <summary>Suspended, or refused.</summary>
    Closed,
}

/// <summary>How soon somebody hears by mail of what comes into the inbox.</summary>
internal enum MailPace
{
    Immediate,

    /// <summary>One mail for all that a day brought.</summary>
    Daily,

    /// <summary>One mail for all that a week brought.</summary>
    Weekly,

    None,
}

/// <summary>A manager or director: what this module needs to know of the account.</summary>
internal sealed class StaffMember
{
    private const string French = "fr";

    private StaffMember() { }

    public StaffMember(Guid account, string role, string name, string email, string language = French)
    {
        (AccountId, Language) = (account, language);
        Describe(role, name, email);
    }

    public Guid AccountId { get; private init; }

    public string Role { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>In lower case.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Of the mails: fr or en.</summary>
    public string Language { get; private set; } = French;

    public MailPace MailPace { get; private set; }

    /// <summary>Nobody can guess it: whoever has it may stop the mails of the inbox.</summary>
    public string StopToken { get; private init; } = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);

    public const int TokenLength = 32;

    public StaffState State { get; private set; }

    /// <summary>The latest news of the account; ids of events grow with time.</summary>
    public Guid LastNews { get; private set; }

    public void Describe(string role, string name, string email) => (Role, Name, Email) = (role, Cut(name.Trim()), email.Trim().ToLowerInvariant());

    /// <summary>Has the mails of the inbox like this from now on, in the language in which that was chosen.</summary>
    public void Choose(MailPace pace, string language) => (MailPace, Language) = (pace, language);

    public void StopMails() => MailPace = MailPace.None;

    /// <summary>The account may act, whatever was heard of it before.</summary>
    public void Open() => State = StaffState.Active;

    /// <summary>Takes news of the account; what comes late, after newer news, changes nothing.</summary>
    public void Follow(IntegrationEvent news, StaffState state)
    {
        if (news.EventId.CompareTo(LastNews) > 0) (LastNews, State) = (news.EventId, state);
    }

    public static void Describe(EntityTypeBuilder<StaffMember> member)
    {
        member.HasKey(x => x.AccountId);
        member.Property(x => x.AccountId).ValueGeneratedNever();
        member.Property(x => x.Role).HasMaxLength(40);
        member.Property(x => x.Name).HasMaxLength(Limits.Name);
        member.Property(x => x.Email).HasMaxLength(Limits.Email);
        member.Property(x => x.Language).HasMaxLength(2).HasDefaultValue(French);
        member.Property(x => x.MailPace).HasDefaultValue(MailPace.Immediate);
        member.Property(x => x.StopToken).HasMaxLength(TokenLength);
        member.HasIndex(x => x.Email);
        member.HasIndex(x => x.StopToken).IsUnique();
        member.HasSearch(x => x.Name, x => x.Email);
    }

    // A name that another module takes must never fail here for being too long.
    private static string Cut(string name) => name.Length <= Limits.Name ? name : name[..Limits.Name];
}
