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
    IReadOnlyList<string> Domains);

/// <summary>Whom to write to, and whether students may do so without an offer.</summary>
internal sealed record CompanyContact(string? Name, string? Function, string? Email, string? Phone, bool TakesSpontaneous);

/// <summary>An organisation that takes interns or apprentices in.</summary>
internal sealed class Company
{
    public const int NameLength = 200;

    private Company() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>None for a company abroad.</summary>
    public Siret? Siret { get; private init; }

    /// <summary>The SIRET while the company is active and nothing afterwards: what makes a SIRET unique among active companies.</summary>
    public string? ActiveSiret { get; private init; }

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

    public string? ContactName { get; private set; }

    public string? ContactFunction { get; private set; }

    public string? ContactEmail { get; private set; }

    public string? ContactPhone { get; private set; }

    public bool TakesSpontaneous { get; private set; }

    public CompanyStatus Status { get; private set; }

    /// <summary>The name people know it by.</summary>
    public string Name => TradeName ?? LegalName;

    public bool MayPublish => Status is CompanyStatus.Approved;

    /// <summary>A company that the university already works with.</summary>
    public static Company Import(Siret siret, CompanyDetails details, CompanyContact contact)
    {
        var company = new Company
        {
            Siret = siret,
            ActiveSiret = siret.ToString(),
            Siren = siret.Siren,
            Status = CompanyStatus.Approved,
        };
        company.Update(details, contact);
        return company;
    }

    public void Update(CompanyDetails details, CompanyContact contact)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(details.LegalName);
        (LegalName, TradeName, Naf, Kind) = (details.LegalName, details.TradeName, details.Naf, details.Kind);
        (Headcount, Website, Domains) = (details.Headcount, details.Website, details.Domains);
        (Address, Postcode, City) = (details.Address, details.Postcode, details.City);
        (InseeCode, Country) = (details.InseeCode, details.Country);
        (ContactName, ContactFunction, ContactEmail) = (contact.Name, contact.Function, contact.Email);
        (ContactPhone, TakesSpontaneous) = (contact.Phone, contact.TakesSpontaneous);
    }
}
