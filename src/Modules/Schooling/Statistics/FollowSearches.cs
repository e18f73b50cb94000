using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>Keeps what students search for, as domain and skills.</summary>
internal sealed class FollowSearches(SchoolingDb db, TimeProvider clock) : IHandle<SearchMade>
{
    public async Task HandleAsync(SearchMade happened, CancellationToken cancellation)
    {
        if (await db.SearchFacts.AnyAsync(f => f.Id == happened.EventId, cancellation)) return;
        db.Add(new SearchFact(happened.EventId, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), happened.Domain, happened.Skills));
        await db.SaveChangesAsync(cancellation);
    }
}
