using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>
/// Gives the offers of a company that turned out to be another one to that one, in the figures and in the inbox. Batch by batch: what
/// was done stays done, and a second delivery finds nothing left.
/// </summary>
internal sealed class FollowCompanies(SchoolingDb db) : IHandle<CompanyMerged>
{
    private const int Batch = 500;

    public async Task HandleAsync(CompanyMerged happened, CancellationToken cancellation)
    {
        while (true)
        {
            var facts = await db.OfferFacts.Where(f => f.CompanyId == happened.FromId).OrderBy(f => f.Id).Take(Batch).ToListAsync(cancellation);
            if (facts.Count == 0) return;
            var offers = facts.ConvertAll(f => f.Id);
            foreach (var fact in facts) fact.Belong(happened.IntoId, happened.IntoName);
            foreach (var item in await db.Inbox.Where(i => offers.Contains(i.OfferId)).ToListAsync(cancellation)) item.Belong(happened.IntoId, happened.IntoName);
            await db.NameAsync([(happened.IntoId.ToString(), happened.IntoName, happened.IntoName)], cancellation);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }
}
