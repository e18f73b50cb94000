using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>
/// Does what an administrator decided about a company, with its offers, in one commit: those that waited leave when it may recruit, those
/// that are open close when it may not any more. The row of its history bears the event's id, so that nothing is done twice.
/// </summary>
internal sealed class FollowDecisions(RecruitingDb db, ReleaseOffer release, TimeProvider clock) : IHandle<CompanyDecided>
{
    public async Task HandleAsync(CompanyDecided happened, CancellationToken cancellation)
    {
        if (await db.CompanyChanges.AnyAsync(c => c.Id == happened.EventId, cancellation)) return;
        if (await db.Companies.SingleOrDefaultAsync(c => c.Id == happened.CompanyId, cancellation) is not { } company) return;
        db.Add(CompanyChange.Of(happened));
        if (company.TryDecide(happened.Decision, happened.At))
        {
            if (company.MayPublish) await ReleaseAsync(company, cancellation);
            else await PauseAsync(company, cancellation);
        }
        await db.SaveChangesAsync(cancellation);
    }

    private async Task ReleaseAsync(Company company, CancellationToken cancellation)
    {
        var waiting = await db.Offers.Where(o => o.CompanyId == company.Id && o.Status == OfferStatus.AwaitingCompany)
            .OrderBy(o => o.Id).ToListAsync(cancellation);
        foreach (var offer in waiting) await release.ReleaseAsync(offer, company.Name, cancellation);
    }

    private async Task PauseAsync(Company company, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.Offers.Where(o => o.CompanyId == company.Id && o.Status == OfferStatus.Published).ToListAsync(cancellation);
        foreach (var offer in open.Where(o => o.TryPause(now))) db.Publish(new OfferClosed(offer.Id, offer.Revision, CloseReason.Withdrawn));
    }
}
