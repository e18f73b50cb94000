using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Legal;

/// <summary>Asks the legal assistant about an offer of a company, with what is known of its other ones.</summary>
internal sealed class LegalAdvice(RecruitingDb db, TimeProvider clock)
{
    // Of the company's latest; enough to find who is there at the same time.
    private const int MostOffers = 200;

    /// <param name="fields">As typed; anything may be missing.</param>
    /// <param name="companyId">Whose offer.</param>
    /// <param name="offerId">The offer itself, when there is one, which is no neighbour of its own.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<LegalOpinion> CheckAsync(OfferFields fields, Guid companyId, Guid? offerId, CancellationToken cancellation)
    {
        var law = await Law.ReadAsync(db, cancellation);
        var company = await db.Companies.Where(c => c.Id == companyId).Select(c => new { c.Headcount, c.Country }).SingleOrDefaultAsync(cancellation);
        // The law of another country is not known here.
        if (company is not null && company.Country != CompanyDetails.France) return new LegalOpinion(null, []);
        var it = new LegalCase(fields.Kind, fields.Starts, fields.DurationWeeks, fields.Terms, company?.Headcount, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (fields.Kind is OfferKind.Internship && Presence.Days(fields.Starts, fields.Terms.Ends, fields.DurationWeeks) is { } days)
        {
            it = await WithNeighboursAsync(it, fields, days, companyId, offerId, cancellation);
        }
        return LegalAssistant.Check(it, law);
    }

    private async Task<LegalCase> WithNeighboursAsync(
        LegalCase it, OfferFields fields, (DateOnly Starts, DateOnly Ends) days, Guid companyId, Guid? offerId, CancellationToken cancellation)
    {
        var offers = await db.Offers.AsNoTracking()
            .Where(o => o.CompanyId == companyId && o.Kind == OfferKind.Internship && o.Starts != null && (o.Status == OfferStatus.Published || o.Status == OfferStatus.Filled))
            .OrderByDescending(o => o.PostedAt).ThenBy(o => o.Id).Take(MostOffers)
            .Select(o => new { o.Id, o.Title, o.Starts, o.DurationWeeks, o.Status, o.Terms }).ToListAsync(cancellation);
        var others = offers.Where(o => o.Id != offerId)
            .Select(o => (Offer: o, Days: Presence.Days(o.Starts, o.Terms.Ends, o.DurationWeeks))).Where(o => o.Days is not null).ToList();
        var sameTime = others.Where(o => o.Days!.Value.Starts <= days.Ends && days.Starts <= o.Days.Value.Ends).ToList();
        var (title, tutor) = (Fold.Text(fields.Title), Fold.Text(fields.Terms.Tutor));
        return it with
        {
            Others = sameTime.Sum(o => o.Offer.Terms.Posts),
            OthersOfTutor = tutor.Length == 0 ? 0 : sameTime.Where(o => Fold.Text(o.Offer.Terms.Tutor) == tutor).Sum(o => o.Offer.Terms.Posts),
            // Somebody was there for sure only where the post was filled.
            Previous = others.Where(o => o.Offer.Status is OfferStatus.Filled && Fold.Text(o.Offer.Title) == title && o.Days!.Value.Ends < days.Starts)
                .Select(o => o.Days).MaxBy(d => d!.Value.Ends),
        };
    }
}
