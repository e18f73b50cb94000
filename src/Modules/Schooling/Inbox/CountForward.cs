using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>Notes how many students a forward went to.</summary>
internal sealed class CountForward(SchoolingDb db) : IHandle<TransmissionForwarded>
{
    public async Task HandleAsync(TransmissionForwarded happened, CancellationToken cancellation)
    {
        var forward = await db.Forwards.FirstOrDefaultAsync(f => f.Id == happened.ForwardId, cancellation);
        forward?.Reached(happened.Count);
        await db.SaveChangesAsync(cancellation);
    }
}
