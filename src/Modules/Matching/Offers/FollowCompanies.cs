using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Search;

namespace SmartRecruiting.Matching.Offers;

/// <summary>
/// Has the offers of a company that turned out to be another one found under that one. The company stands inside their copies only, so
/// all are looked through; that happens seldom enough.
/// </summary>
internal sealed class FollowCompanies(MatchingDb db, OfferIndex index, TimeProvider clock) : IHandle<CompanyMerged>
{
    private const int Batch = 500;

    public async Task HandleAsync(CompanyMerged happened, CancellationToken cancellation)
    {
        var from = happened.FromId.ToString();
        while (true)
        {
            var offers = await db.Offers.Where(o => o.Content.Contains(from)).OrderBy(o => o.Id).Take(Batch).ToListAsync(cancellation);
            var theirs = offers.Select(o => (Row: o, Offer: o.Snapshot())).Where(o => o.Offer.CompanyId == happened.FromId).ToList();
            if (theirs.Count == 0) break;
            foreach (var (row, offer) in theirs)
            {
                row.Content = JsonSerializer.Serialize(offer with { CompanyId = happened.IntoId, CompanyName = happened.IntoName });
                row.ChangedAt = clock.GetUtcNow().UtcDateTime;
            }
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
        index.Touch();
    }
}
