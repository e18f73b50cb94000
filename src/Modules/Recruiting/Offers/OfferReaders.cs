using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>Whom the platform writes to about an offer.</summary>
internal static class OfferReaders
{
    /// <summary>Who posted it; for one that came with a file, or whose author left, everybody who writes for the company, the longest first.</summary>
    public static async Task<List<Recruiter>> ReadersOfAsync(this RecruitingDb db, Offer offer, CancellationToken cancellation)
    {
        var recruiters = await db.Recruiters.AsNoTracking().Where(r => r.CompanyId == offer.CompanyId && r.State == RecruiterState.Accepted).OrderBy(r => r.Id).ToListAsync(cancellation);
        return recruiters.FindAll(r => r.AccountId == offer.RecruiterAccountId) is { Count: > 0 } author ? author : recruiters;
    }
}
