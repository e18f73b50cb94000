namespace SmartRecruiting.Recruiting.Companies;

/// <summary>Where an account stands with its company.</summary>
internal enum RecruiterState
{
    /// <summary>Writes for it.</summary>
    Accepted,

    /// <summary>Asks to join a company that was there before.</summary>
    Waiting,

    /// <summary>A colleague said no; an administrator can still say yes.</summary>
    Declined,

    /// <summary>The account may not act any more.</summary>
    Closed,
}

/// <summary>An account that writes offers for one company, or asks to.</summary>
internal sealed class Recruiter
{
    private const string French = "fr";

    private Recruiter() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    public Guid CompanyId { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>Of what is mailed to them.</summary>
    public string Language { get; private init; } = French;

    public RecruiterState State { get; private set; }

    public DateTime? AskedAt { get; private init; }

    /// <summary>An account that is ready to work.</summary>
    public static Recruiter Of(Guid companyId, Guid accountId, string name, string email)
    {
        var recruiter = new Recruiter { AccountId = accountId };
        recruiter.Join(companyId, name, email);
        return recruiter;
    }

    /// <summary>Somebody who signed up: the first one of a new company writes for it at once, others wait until somebody accepts them.</summary>
    public static Recruiter Ask(Company company, bool isFirst, AccountRequested account, DateTime now)
    {
        var recruiter = new Recruiter { AccountId = account.AccountId, Language = account.Language, AskedAt = now };
        recruiter.Join(company.Id, account.Name, account.Email);
        if (!isFirst) recruiter.State = RecruiterState.Waiting;
        return recruiter;
    }

    public void Join(Guid companyId, string name, string email)
    {
        (CompanyId, Name, Email) = (companyId, name.Trim(), email.Trim().ToLowerInvariant());
        State = RecruiterState.Accepted;
    }

    /// <summary>An administrator approved the account, whatever was before.</summary>
    public void Approve(string name, string email) => Join(CompanyId, name, email);

    /// <summary>Is written to there from now on.</summary>
    public void MoveTo(string email) => Email = email.Trim().ToLowerInvariant();

    public void Close() => State = RecruiterState.Closed;

    /// <summary>A colleague's yes; false when nothing is asked any more.</summary>
    public bool TryAccept() => TryAnswer(RecruiterState.Accepted);

    /// <summary>A colleague's no; false when nothing is asked any more.</summary>
    public bool TryDecline() => TryAnswer(RecruiterState.Declined);

    /// <summary>The company is part of another one now; who came with a company that nobody had approved yet has to be accepted there.</summary>
    public void Follow(Company merged, bool wasApproved)
    {
        CompanyId = merged.MergedIntoId ?? throw new ArgumentException("Not merged.", nameof(merged));
        if (!wasApproved && State is RecruiterState.Accepted) State = RecruiterState.Waiting;
    }

    private bool TryAnswer(RecruiterState answer)
    {
        if (State is not RecruiterState.Waiting) return false;
        State = answer;
        return true;
    }
}
