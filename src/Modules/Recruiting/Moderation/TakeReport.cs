using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Moderation;

/// <summary>Puts a reported offer into the administrators' queue, once for all that report it meanwhile.</summary>
internal sealed class TakeReport(RecruitingDb db) : IHandle<OfferReported>
{
    public async Task HandleAsync(OfferReported happened, CancellationToken cancellation)
    {
        if (await db.OfferReports.AnyAsync(r => r.Id == happened.EventId, cancellation)) return;
        if (!await db.Offers.AnyAsync(o => o.Id == happened.OfferId, cancellation)) return;
        db.Add(OfferReport.Of(happened));
        if (!await db.Moderations.AnyAsync(m => m.OpenFor == happened.OfferId, cancellation))
        {
            db.Add(OfferModeration.Open(happened.OfferId, ModerationCause.Reports, "", happened.At));
        }
        await db.SaveChangesAsync(cancellation);
    }
}
