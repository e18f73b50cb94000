using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>Tells which company an account recruits for.</summary>
internal sealed class RecruiterScopes(RecruitingDb db) : IAccountScopes
{
    public async Task<IReadOnlyList<string>> OfAsync(Guid accountId, CancellationToken cancellation) =>
        await (
            from recruiter in db.Recruiters
            join company in db.Companies on recruiter.CompanyId equals company.Id
            where recruiter.AccountId == accountId
            orderby company.LegalName
            select company.LegalName).ToListAsync(cancellation);
}
