using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;

namespace SmartRecruiting.Matching.Training;

/// <summary>Learns from what people do: sending an offer to a programme says that it fits.</summary>
internal sealed class TakeVerdict(MatchingDb db) : IHandle<OfferTransmitted>
{
    public async Task HandleAsync(OfferTransmitted happened, CancellationToken cancellation)
    {
        var code = await db.Programmes.Where(p => p.Id == happened.ProgrammeId).Select(p => p.Code).FirstOrDefaultAsync(cancellation);
        // Delivered before the programme: the relay brings it again, later.
        if (code is null) throw new InvalidOperationException("The programme is not known here yet.");
        if (await db.Labels.AnyAsync(l => l.OfferId == happened.Offer.OfferId && l.ProgrammeCode == code, cancellation)) return;
        db.Add(new Label { OfferId = happened.Offer.OfferId, ProgrammeCode = code, Source = LabelSource.Transmission, Fits = true, At = happened.SentAt });
        await db.SaveChangesAsync(cancellation);
    }
}
