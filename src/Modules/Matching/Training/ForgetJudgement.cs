using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;

namespace SmartRecruiting.Matching.Training;

/// <summary>Forgets the label that a judgement made, when whoever judged takes it back; a later one of somebody else stays.</summary>
internal sealed class ForgetJudgement(MatchingDb db) : IHandle<JudgementWithdrawn>
{
    // A database keeps fewer digits of a moment than the event that carried it.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    public async Task HandleAsync(JudgementWithdrawn happened, CancellationToken cancellation)
    {
        var code = await db.Programmes.Where(p => p.Id == happened.ProgrammeId).Select(p => p.Code).FirstOrDefaultAsync(cancellation);
        var (from, to) = (happened.JudgedAt - Rounding, happened.JudgedAt + Rounding);
        var label = await db.Labels.FirstOrDefaultAsync(
            l => l.OfferId == happened.OfferId && l.ProgrammeCode == code && l.At >= from && l.At <= to, cancellation);
        if (label is null) return;
        db.Remove(label);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Delivered twice at once: the other delivery forgot it.
        }
    }
}
