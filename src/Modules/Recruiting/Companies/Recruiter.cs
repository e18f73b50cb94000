namespace SmartRecruiting.Recruiting.Companies;

/// <summary>An account that writes offers for one company.</summary>
internal sealed class Recruiter
{
    private Recruiter() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    public Guid CompanyId { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    public static Recruiter Of(Guid companyId, Guid accountId, string name, string email)
    {
        var recruiter = new Recruiter { AccountId = accountId };
        recruiter.Join(companyId, name, email);
        return recruiter;
    }

    public void Join(Guid companyId, string name, string email) =>
        (CompanyId, Name, Email) = (companyId, name.Trim(), email.Trim().ToLowerInvariant());
}
