namespace SmartRecruiting.Contracts;

/// <summary>The companies that recruit here.</summary>
public interface ICompanies
{
    /// <summary>The company with this SIRET (14 digits, spaces allowed), or null.</summary>
    Task<CompanyFacts?> FindBySiretAsync(string siret, CancellationToken cancellation);

    /// <summary>Makes an account a recruiter of a company; safe to call twice.</summary>
    Task AttachRecruiterAsync(Guid companyId, Guid accountId, string name, string email, CancellationToken cancellation);
}

/// <summary>What may be known of a company by name.</summary>
public sealed record CompanyFacts(Guid Id, string Siret, string Name, string? City);
