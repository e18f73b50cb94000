using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>What asks for a decision. A new company comes with its first recruiter: one request, one decision for both.</summary>
internal enum ApprovalKind
{
    Company,
    Recruiter,
    Manager,
    Director,
}

/// <summary>Where a request stands.</summary>
internal enum ApprovalState
{
    Open,
    InfoAsked,
    Approved,
    Refused,
    Suspended,
    Banned,
}

/// <summary>What can be decided.</summary>
internal enum Decision
{
    Approve,
    AskMore,
    Refuse,
    Suspend,
    Ban,
}

/// <summary>Why something is not approved; the code goes to the person in words, and into figures as it is.</summary>
internal enum DecisionReason
{
    IdentityUnclear,
    NoLinkShown,
    Incomplete,
    Duplicate,
    Misuse,
    Unlawful,
    Other,
}

/// <summary>Somebody's request to act in a role, or a company's to recruit here; decided by a person, and never closed for ever.</summary>
internal sealed class Approval
{
    public const int LongestWords = 1000;

    private readonly List<ApprovalStep> steps = [];

    // For EF.
    private Approval() { }

    public Approval(Guid accountId, ApprovalKind kind, string asks, string language, DateTime now)
    {
        (AccountId, Kind, Asks, Language, OpenedAt) = (accountId, kind, Cut(asks), language, now);
        Note("Asked", accountId, "", "", now);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Who asks.</summary>
    public Guid AccountId { get; private init; }

    public ApprovalKind Kind { get; private set; }

    /// <summary>The name of the company, component or university.</summary>
    public string Asks { get; private set; } = "";

    /// <summary>Of the person: fr or en.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Null for anything but a new company.</summary>
    public Guid? CompanyId { get; private set; }

    public string? Siret { get; private set; }

    public string? Country { get; private set; }

    public ApprovalState State { get; private set; }

    /// <summary>When it began to wait for a decision, again after an answer.</summary>
    public DateTime OpenedAt { get; private set; }

    /// <summary>Another at each change: a decision holds for what was seen.</summary>
    public Guid Version { get; private set; } = Guid.NewGuid();

    public IReadOnlyList<ApprovalStep> Steps => steps;

    public bool IsWaiting => State is ApprovalState.Open or ApprovalState.InfoAsked;

    /// <summary>What can be decided now: what was refused, suspended or banned can be approved after all.</summary>
    public IReadOnlyList<Decision> Possible =>
    [
        .. Enum.GetValues<Decision>().Where(decision => decision switch
        {
            Decision.Approve => State is not ApprovalState.Approved,
            Decision.AskMore or Decision.Refuse => IsWaiting,
            Decision.Suspend => State is ApprovalState.Approved,
            Decision.Ban => Kind is ApprovalKind.Company && State is not ApprovalState.Banned,
            _ => false,
        }),
    ];

    /// <summary>The company's request stands for its first recruiter's, and opens again when it comes anew.</summary>
    public void BecomeCompany(CompanyRequested asked, DateTime now)
    {
        (Kind, CompanyId, Asks, Siret, Country) = (ApprovalKind.Company, asked.CompanyId, Cut(asked.Name), asked.Siret, asked.Country);
        if (State is ApprovalState.InfoAsked) Open("Answered", asked.AccountId, "", now);
        Version = Guid.NewGuid();
    }

    /// <summary>There is no company of its own any more; whoever came with it asks to join the other one, and a colleague there may answer.</summary>
    public void FollowMerger(string into, DateTime now)
    {
        (Kind, CompanyId, Siret, Country, Asks) = (ApprovalKind.Recruiter, null, null, null, Cut(into));
        Version = Guid.NewGuid();
        Note("Merged", null, "", "", now);
    }

    /// <summary>The language came later than the company.</summary>
    public void Speak(string language) => Language = language;

    /// <summary>The person answers what was asked; false when nothing was.</summary>
    public bool TryAnswer(string words, DateTime now)
    {
        if (State is not ApprovalState.InfoAsked) return false;
        Open("Answered", AccountId, words, now);
        return true;
    }

    /// <summary>Decides; false when that cannot be decided now.</summary>
    /// <param name="decision">What.</param>
    /// <param name="reason">Null for an approval.</param>
    /// <param name="words">The administrator's own; may be empty.</param>
    /// <param name="by">Who; null when the school's own roster vouched.</param>
    /// <param name="now">When.</param>
    public bool TryDecide(Decision decision, DecisionReason? reason, string words, Guid? by, DateTime now)
    {
        if (!Possible.Contains(decision)) return false;
        State = decision switch
        {
            Decision.Approve => ApprovalState.Approved,
            Decision.AskMore => ApprovalState.InfoAsked,
            Decision.Refuse => ApprovalState.Refused,
            Decision.Suspend => ApprovalState.Suspended,
            _ => ApprovalState.Banned,
        };
        Version = Guid.NewGuid();
        Note(State.ToString(), by, reason?.ToString() ?? "", words, now);
        return true;
    }

    /// <summary>The person is gone: what they wrote goes too, the decisions stay.</summary>
    public void Forget()
    {
        if (Kind is not ApprovalKind.Company) Asks = "";
        foreach (var step in steps) step.Forget();
        Version = Guid.NewGuid();
    }

    public static void Describe(EntityTypeBuilder<Approval> approval)
    {
        approval.ToTable("approvals");
        approval.HasKey(a => a.Id);
        approval.Property(a => a.Id).ValueGeneratedNever();
        approval.Property(a => a.Asks).HasMaxLength(200);
        approval.Property(a => a.Language).HasMaxLength(2);
        approval.Property(a => a.Siret).HasMaxLength(14);
        approval.Property(a => a.Country).HasMaxLength(100);
        approval.Property(a => a.Version).IsConcurrencyToken();
        approval.Ignore(a => a.Possible);
        approval.Ignore(a => a.IsWaiting);
        // Each event may come twice: one request for an account, and one for a company.
        approval.HasIndex(a => a.AccountId).IsUnique();
        approval.HasIndex(a => a.CompanyId).IsUnique();
        approval.HasIndex(a => new { a.State, a.OpenedAt });
        approval.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
        approval.HasSearch(a => a.Asks, a => a.Siret);
        approval.OwnsMany(a => a.Steps, step =>
        {
            // Owned tables carry their whole name.
            step.ToTable("admin_approval_steps");
            step.WithOwner().HasForeignKey("ApprovalId");
            step.HasKey(s => s.Id);
            step.Property(s => s.Id).ValueGeneratedNever();
            step.Property(s => s.What).HasMaxLength(40);
            step.Property(s => s.Reason).HasMaxLength(40);
            step.Property(s => s.Words).HasMaxLength(LongestWords);
        });
    }

    private void Open(string what, Guid by, string words, DateTime now)
    {
        (State, OpenedAt, Version) = (ApprovalState.Open, now, Guid.NewGuid());
        Note(what, by, "", words, now);
    }

    private void Note(string what, Guid? by, string reason, string words, DateTime now) =>
        steps.Add(new ApprovalStep(what, by, reason, words, now));

    private static string Cut(string text) => text.Length <= 200 ? text : text[..200];
}

/// <summary>One line of a request's history.</summary>
internal sealed class ApprovalStep
{
    // For EF.
    private ApprovalStep() { }

    public ApprovalStep(string what, Guid? by, string reason, string words, DateTime at) =>
        (What, ById, Reason, Words, At) = (what, by, reason, words, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Asked, Answered, or the state that a decision brought.</summary>
    public string What { get; private init; } = "";

    public Guid? ById { get; private init; }

    /// <summary>A <see cref="DecisionReason"/>; empty for none.</summary>
    public string Reason { get; private init; } = "";

    public string Words { get; private set; } = "";

    public DateTime At { get; private init; }

    public void Forget() => Words = "";
}
