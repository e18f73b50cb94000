using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>Tells the session which company its recruiter writes for; who only asks to join one writes for none.</summary>
internal sealed class RecruiterClaims(RecruitingDb db) : IAccountClaims
{
    public async Task<IReadOnlyList<Claim>> ForAsync(Guid accountId, CancellationToken cancellation)
    {
        var companies = await db.Recruiters.Where(r => r.AccountId == accountId && r.State == RecruiterState.Accepted)
            .Select(r => r.CompanyId).ToListAsync(cancellation);
        return [.. companies.Select(id => new Claim(ClaimNames.Company, id.ToString()))];
    }
}
