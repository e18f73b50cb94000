using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Moderation;

/// <summary>What an administrator decides about an offer, all in one save: the offer, the verdict, the mail to whom it concerns.</summary>
internal sealed class DecideOffer(RecruitingDb db, ReleaseOffer release, IAudit audit, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What can be said of an offer in this state.</summary>
    public static IReadOnlyList<Verdict> Possible(OfferStatus status) => status switch
    {
        OfferStatus.Submitted => [Verdict.Published, Verdict.ChangesAsked, Verdict.Rejected],
        OfferStatus.Published => [Verdict.Kept, Verdict.Closed],
        _ => [Verdict.Kept],
    };

    /// <param name="id">Of the look.</param>
    /// <param name="seen">The offer's revision that the administrator read.</param>
    /// <param name="verdict">What is decided.</param>
    /// <param name="words">For the recruiter; may be empty.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False when somebody decided, or the offer changed, meanwhile.</returns>
    public async Task<bool> RunAsync(Guid id, int seen, Verdict verdict, string words, CancellationToken cancellation)
    {
        var look = await db.Moderations.SingleAsync(m => m.Id == id, cancellation);
        var offer = await db.Offers.SingleAsync(o => o.Id == look.OfferId, cancellation);
        var company = await db.Companies.SingleAsync(c => c.Id == offer.CompanyId, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        if (offer.Revision != seen || !Possible(offer.Status).Contains(verdict)) return false;
        if (!look.TryDecide(verdict, words, HoldOffer.MarkOf(offer), user.Id, now)) return false;
        await ApplyAsync(offer, company, verdict, now, cancellation);
        if (verdict is not Verdict.Kept)
        {
            foreach (var reader in await db.ReadersOfAsync(offer, cancellation)) db.Publish(ModerationMail.About(reader, offer, verdict, words));
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
        await audit.WriteAsync(new AuditEntry(Deed(verdict), "offer", offer.Id, words), cancellation);
        return true;
    }

    private async Task ApplyAsync(Offer offer, Company company, Verdict verdict, DateTime now, CancellationToken cancellation)
    {
        switch (verdict)
        {
            case Verdict.Published when offer.TryClear(now, user.Id) && company.MayPublish:
                await release.ReleaseAsync(offer, company.Name, cancellation);
                break;
            case Verdict.ChangesAsked:
                offer.TryAskChanges(now, user.Id);
                break;
            case Verdict.Rejected:
                offer.TryReject(now, user.Id);
                break;
            case Verdict.Closed when offer.TryReject(now, user.Id):
                db.Publish(new OfferClosed(offer.Id, offer.Revision, CloseReason.Withdrawn));
                break;
        }
    }

    // The same for ever.
    private static string Deed(Verdict verdict) => verdict switch
    {
        Verdict.Published => "offer.approved",
        Verdict.ChangesAsked => "offer.changes-asked",
        Verdict.Rejected => "offer.rejected",
        Verdict.Kept => "offer.kept",
        _ => "offer.closed",
    };
}
