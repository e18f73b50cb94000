using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;
using SmartRecruiting.Recruiting.Wording;

namespace SmartRecruiting.Recruiting.Moderation;

/// <summary>Has a person look at an offer before anybody else sees it, where its words may ask for something unlawful.</summary>
internal sealed class HoldOffer(RecruitingDb db, TimeProvider clock)
{
    /// <summary>Call it when an offer is sent in, and when one that was sent in reads differently. The caller saves.</summary>
    /// <returns>True when it waits for an administrator now.</returns>
    public async Task<bool> HoldAsync(Offer offer, CancellationToken cancellation)
    {
        var found = UnlawfulCriteria.Find(TextOf(offer), offer.Kind);
        var looks = await db.Moderations.Where(m => m.OfferId == offer.Id).OrderBy(m => m.OpenedAt).ThenBy(m => m.Id).ToListAsync(cancellation);
        // Whoever was asked for a change is looked at again, whatever it reads like now.
        var wasAsked = looks.LastOrDefault(m => m.Verdict is not null) is { Verdict: Verdict.ChangesAsked };
        var mark = MarkOf(offer);
        if (!wasAsked && (found.Count == 0 || looks.Exists(m => m.Approved == mark))) return false;
        var (now, wasOpen) = (clock.GetUtcNow().UtcDateTime, db.Entry(offer).OriginalValues.GetValue<OfferStatus>(nameof(offer.Status)) is OfferStatus.Published && db.Entry(offer).State is not EntityState.Added);
        if (!offer.TryHold(wasOpen, now)) return false;
        if (wasOpen) db.Publish(new OfferClosed(offer.Id, offer.Revision, CloseReason.Withdrawn));
        if (!looks.Exists(m => m.OpenFor is not null)) db.Add(OfferModeration.Open(offer.Id, ModerationCause.Wording, string.Join(" · ", found.Select(c => c.Words).Distinct()), now));
        return true;
    }

    public static string TextOf(Offer offer) => offer.Title + "\n" + offer.Text;

    /// <summary>Tells one text from another.</summary>
    public static string MarkOf(Offer offer) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(TextOf(offer))));
}
