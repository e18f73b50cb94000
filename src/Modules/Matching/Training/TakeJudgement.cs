using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;

namespace SmartRecruiting.Matching.Training;

/// <summary>
/// Learns from what people say of a ranking: "not this one", "missing: this one". Said in words, it outweighs a history or a
/// transmission; of two judgements of the same match the newest stands.
/// </summary>
internal sealed class TakeJudgement(MatchingDb db) : IHandle<MatchJudged>
{
    public async Task HandleAsync(MatchJudged happened, CancellationToken cancellation)
    {
        var code = await db.Programmes.Where(p => p.Id == happened.ProgrammeId).Select(p => p.Code).FirstOrDefaultAsync(cancellation);
        // Delivered before the programme or the offer: the relay brings it again, later.
        if (code is null) throw new InvalidOperationException("The programme is not known here yet.");
        if (!await db.Offers.AnyAsync(o => o.Id == happened.OfferId, cancellation)) throw new InvalidOperationException("The offer is not known here yet.");
        var known = await db.Labels.FirstOrDefaultAsync(l => l.OfferId == happened.OfferId && l.ProgrammeCode == code, cancellation);
        if (known is { By: not null } && known.At >= happened.At) return;
        if (known is not null) db.Remove(known);
        db.Add(new Label
        {
            OfferId = happened.OfferId,
            ProgrammeCode = code,
            Source = SourceOf(happened.Role),
            Fits = happened.Fits,
            At = happened.At,
            By = happened.By,
        });
        await db.SaveChangesAsync(cancellation);
    }

    private static LabelSource SourceOf(string role) => role switch
    {
        Roles.Recruiter => LabelSource.Recruiter,
        Roles.Student => LabelSource.Student,
        _ => LabelSource.Manager,
    };
}
