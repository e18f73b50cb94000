using SmartRecruiting.Recruiting.Legal;
using SmartRecruiting.Recruiting.Offers;
using SmartRecruiting.Recruiting.Wording;

namespace SmartRecruiting.Recruiting.Assistant;

/// <summary>What the two assistants say of an offer while it is written.</summary>
/// <param name="OfferId">Null for one that is not saved yet.</param>
/// <param name="Title">For everybody, in place of one that speaks of men alone; null when there is nothing to say.</param>
internal sealed record Advice(Guid? OfferId, LegalOpinion Legal, string? Title, IReadOnlyList<Criterion> Criteria)
{
    public int Remarks => Legal.Findings.Count + (Title is null ? 0 : 1) + Criteria.Count;
}

/// <summary>Asks both assistants; nothing is kept.</summary>
internal sealed class OfferAdvice(LegalAdvice legal)
{
    public async Task<Advice> ReadAsync(OfferFields fields, Guid companyId, Guid? offerId, CancellationToken cancellation) => new(
        offerId,
        await legal.CheckAsync(fields, companyId, offerId, cancellation),
        InclusiveTitle.Propose(fields.Title),
        UnlawfulCriteria.Find(fields.Title + "\n" + fields.Text, fields.Kind));
}
