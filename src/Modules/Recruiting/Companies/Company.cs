namespace SmartRecruiting.Recruiting.Companies;

/// <summary>What a company is by law.</summary>
internal enum CompanyKind { Administration, Association, Private, Public, Mutual, Other }

/// <summary>Where a company stands with the platform; only an approved one publishes.</summary>
internal enum CompanyStatus { PendingReview, NeedsInfo, Approved, Rejected, Suspended, Banned, Closed }

/// <summary>What a company says of itself.</summary>
internal sealed record CompanyDetails(
    string LegalName,
    string? TradeName,
    NafCode? Naf,
    CompanyKind Kind,
    string? Headcount,
    string? Address,
    string? Postcode,
    string? City,
    string? InseeCode,
    string Country,
    string? Website,
    IReadOnlyList<string> Domains)
{
    /// <summary>The country in which a company has a SIRET.</summary>
    public const string France = "France";

    /// <summary>The usual brackets of head counts.</summary>
    public static IReadOnlyList<string> Headcounts { get; } = ["0-9", "10-19", "20-49", "50-249", "250-999", "1000+"];
}

/// <summary>An organisation that takes interns or apprentices in.</summary>
internal sealed class Company
{
    public const int NameLength = 200;

    private Company() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>None for a company abroad.</summary>
    public Siret? Siret { get; private init; }

    /// <summary>The SIRET while the company is active and nothing afterwards: what makes a SIRET unique among active companies.</summary>
    public string? ActiveSiret { get; private set; }

    public string? Siren { get; private init; }

    public string LegalName { get; private set; } = "";

    public string? TradeName { get; private set; }

    public NafCode? Naf { get; private set; }

    public CompanyKind Kind { get; private set; }

    public string? Headcount { get; private set; }

    public string? Address { get; private set; }

    public string? Postcode { get; private set; }

    public string? City { get; private set; }

    public string? InseeCode { get; private set; }

    public string Country { get; private set; } = "";

    public string? Website { get; private set; }

    public IReadOnlyList<string> Domains { get; private set; } = [];

    public CompanyStatus Status { get; private set; }

    /// <summary>When the platform first heard of it; null for what came in before that was kept.</summary>
    public DateTime? KnownSince { get; private init; }

    /// <summary>The recruiter who signed it up; nobody for an imported one.</summary>
    public Guid? RequestedBy { get; private init; }

    /// <summary>Of the last decision: an older one that arrives late changes nothing.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The company that it turned out to be.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>Grows with each change, so that of two at once the second one sees the first.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>The name people know it by.</summary>
    public string Name => TradeName ?? LegalName;

    public bool MayPublish => Status is CompanyStatus.Approved;

    /// <summary>Somebody may sign up for it and write for it, though not always be heard yet.</summary>
    public bool IsActive => IsActiveIn(Status);

    /// <summary>A company that the university already works with.</summary>
    public static Company Import(Siret siret, CompanyDetails details, DateTime now)
    {
        var company = new Company { Siret = siret, Siren = siret.Siren, KnownSince = now };
        company.Become(CompanyStatus.Approved);
        company.Update(details);
        return company;
    }

    /// <summary>A company that a recruiter signs up: a person looks at it before anything of it is heard.</summary>
    /// <param name="siret">None for a company abroad.</param>
    /// <param name="details">As checked by the form.</param>
    /// <param name="account">The recruiter's.</param>
    /// <param name="now">When.</param>
    public static Company Request(Siret? siret, CompanyDetails details, Guid account, DateTime now)
    {
        var company = new Company { Siret = siret, Siren = siret?.Siren, RequestedBy = account, KnownSince = now };
        company.Become(CompanyStatus.PendingReview);
        company.Update(details);
        return company;
    }

    /// <summary>Whether a company in this state can be signed up for.</summary>
    public static bool IsActiveIn(CompanyStatus status) =>
        status is CompanyStatus.PendingReview or CompanyStatus.NeedsInfo or CompanyStatus.Approved or CompanyStatus.Suspended;

    /// <summary>What a decision makes of a company.</summary>
    public static CompanyStatus After(CompanyDecision decision) => decision switch
    {
        CompanyDecision.Approved => CompanyStatus.Approved,
        CompanyDecision.InfoAsked => CompanyStatus.NeedsInfo,
        CompanyDecision.Rejected => CompanyStatus.Rejected,
        CompanyDecision.Suspended => CompanyStatus.Suspended,
        CompanyDecision.Banned => CompanyStatus.Banned,
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    /// <summary>False when nothing differs.</summary>
    public bool Update(CompanyDetails details)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(details.LegalName);
        if (details with { Domains = Domains } == Details && details.Domains.SequenceEqual(Domains)) return false;
        (LegalName, TradeName, Naf, Kind) = (details.LegalName, details.TradeName, details.Naf, details.Kind);
        (Headcount, Website, Domains) = (details.Headcount, details.Website, details.Domains);
        (Address, Postcode, City) = (details.Address, details.Postcode, details.City);
        (InseeCode, Country) = (details.InseeCode, details.Country);
        Revision++;
        return true;
    }

    /// <summary>
    /// The administrators' latest decision counts, in whatever order they arrive. False for an older one, for a company that is part of
    /// another now, and for a banned one, which stays so.
    /// </summary>
    public bool TryDecide(CompanyDecision decision, DateTime at)
    {
        if (Status is CompanyStatus.Closed or CompanyStatus.Banned || at < DecidedAt) return false;
        Become(After(decision));
        DecidedAt = at;
        return true;
    }

    /// <summary>It has told what it was asked; false when it was not asked.</summary>
    public bool TryAnswer()
    {
        if (Status is not CompanyStatus.NeedsInfo) return false;
        Become(CompanyStatus.PendingReview);
        return true;
    }

    /// <summary>
    /// It was the same as the other one all along. Only an approved company takes another one over, and no ban or suspension is lost on
    /// the way: false then.
    /// </summary>
    public bool TryMergeInto(Company other)
    {
        if (other.Id == Id || !CanBeMerged || !other.MayPublish) return false;
        Become(CompanyStatus.Closed);
        MergedIntoId = other.Id;
        other.Revision++;
        return true;
    }

    /// <summary>Not while it is suspended: that is decided first.</summary>
    public bool CanBeMerged => Status is not (CompanyStatus.Closed or CompanyStatus.Banned or CompanyStatus.Suspended);

    public CompanyDetails Details => new(
        LegalName, TradeName, Naf, Kind, Headcount, Address, Postcode, City, InseeCode, Country, Website, Domains);

    private void Become(CompanyStatus status)
    {
        Status = status;
        ActiveSiret = IsActive ? Siret?.ToString() : null;
        Revision++;
    }
}
