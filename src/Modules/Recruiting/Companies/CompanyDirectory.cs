using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>Answers the other modules about companies.</summary>
internal sealed class CompanyDirectory(RecruitingDb db) : ICompanies
{
    public async Task<CompanyFacts?> FindBySiretAsync(string siret, CancellationToken cancellation) =>
        Siret.TryParse(siret, out var parsed) && await db.FindActiveAsync(parsed, cancellation) is { } company
            ? new CompanyFacts(company.Id, parsed.ToString(), company.Name, company.City)
            : null;

    public async Task AttachRecruiterAsync(Guid companyId, Guid accountId, string name, string email, CancellationToken cancellation)
    {
        if (await db.Recruiters.SingleOrDefaultAsync(r => r.AccountId == accountId, cancellation) is { } known) known.Join(companyId, name, email);
        else db.Add(Recruiter.Of(companyId, accountId, name, email));
        await db.SaveChangesAsync(cancellation);
    }
}
