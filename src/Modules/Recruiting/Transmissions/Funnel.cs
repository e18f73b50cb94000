using Microsoft.EntityFrameworkCore;

namespace SmartRecruiting.Recruiting.Transmissions;

/// <summary>How far transmissions came; each counts in every step that it reached.</summary>
internal sealed record Funnel(int Sent, int Read, int Forwarded, int Declined, int Unanswered)
{
    public static async Task<Funnel> OfAsync(IQueryable<Transmission> transmissions, CancellationToken cancellation) =>
        await transmissions.GroupBy(_ => 1)
            .Select(all => new Funnel(
                all.Count(),
                all.Count(t => t.ReadAt != null),
                all.Count(t => t.ForwardedAt != null),
                all.Count(t => t.DeclinedAt != null),
                all.Count(t => t.UnansweredAt != null && t.ForwardedAt == null && t.DeclinedAt == null)))
            .SingleOrDefaultAsync(cancellation)
        ?? new Funnel(0, 0, 0, 0, 0);
}
