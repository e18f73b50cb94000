using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Moderation;

/// <summary>What a recruiter reads of the last look at an offer.</summary>
internal sealed class LastVerdict(RecruitingDb db)
{
    public Task<Row?> FindAsync(Guid offerId, CancellationToken cancellation) =>
        db.Moderations.Where(m => m.OfferId == offerId && m.Verdict != null).OrderByDescending(m => m.DecidedAt).ThenByDescending(m => m.Id)
            .Select(m => new Row(m.Verdict!.Value, m.DecidedAt!.Value, m.Words)).FirstOrDefaultAsync(cancellation);

    internal sealed record Row(Verdict Verdict, DateTime At, string Words);
}
