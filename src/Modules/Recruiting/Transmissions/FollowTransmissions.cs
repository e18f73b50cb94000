using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Transmissions;

/// <summary>Moves a transmission along its funnel as the news come in.</summary>
internal sealed class FollowTransmissions(RecruitingDb db)
    : IHandle<TransmissionRead>, IHandle<TransmissionForwarded>, IHandle<TransmissionDeclined>
{
    public async Task HandleAsync(TransmissionRead happened, CancellationToken cancellation)
    {
        if (await FindAsync(happened.TransmissionId, cancellation) is not { } transmission) return;
        transmission.MarkRead(happened.ReadAt);
        await db.SaveChangesAsync(cancellation);
    }

    // Two forwards that arrive at once meet at the concurrency token of the count; the later one is delivered again.
    public async Task HandleAsync(TransmissionForwarded happened, CancellationToken cancellation)
    {
        if (await db.Forwards.AnyAsync(f => f.Id == happened.ForwardId, cancellation)) return;
        if (await FindAsync(happened.TransmissionId, cancellation) is not { } transmission) return;
        db.Add(transmission.AddForward(happened.ForwardId, happened.Count, happened.ForwardedAt));
        await db.SaveChangesAsync(cancellation);
    }

    public async Task HandleAsync(TransmissionDeclined happened, CancellationToken cancellation)
    {
        if (await FindAsync(happened.TransmissionId, cancellation) is not { } transmission) return;
        transmission.Decline(happened.Code, happened.Reason, happened.DeclinedAt);
        await db.SaveChangesAsync(cancellation);
    }

    private Task<Transmission?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Transmissions.SingleOrDefaultAsync(t => t.Id == id, cancellation);
}
