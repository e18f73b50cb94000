using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>An offer that says the same as another one.</summary>
internal sealed record Twin(Guid Id, string Title, OfferStatus Status, DateTime At);

/// <summary>Finds offers of the same company that say nearly the same and are still open, or on their way.</summary>
internal sealed class FindTwins(RecruitingDb db)
{
    // Words in common, of all the words of both: the same text with another date or name is above the first, two posts of one team below.
    private const double SameText = 0.85;
    private const double SameTextUnderSameTitle = 0.5;

    // The latest ones: whoever posts twice does so within weeks.
    private const int Most = 200;
    private static readonly OfferStatus[] Alive =
        [OfferStatus.Draft, OfferStatus.Submitted, OfferStatus.ChangesRequested, OfferStatus.AwaitingCompany, OfferStatus.Published];

    public async Task<IReadOnlyList<Twin>> FindAsync(Offer offer, CancellationToken cancellation)
    {
        var others = await db.Offers.Where(o => o.CompanyId == offer.CompanyId && o.Id != offer.Id && Alive.Contains(o.Status))
            .OrderByDescending(o => o.UpdatedAt).Take(Most)
            .Select(o => new { o.Id, o.Title, o.Text, o.Status, o.PostedAt }).ToListAsync(cancellation);
        var (title, words) = (Fold.Text(offer.Title), Fold.Words(offer.Text).ToHashSet());
        return [.. others
            .Where(o => InCommon(words, Fold.Words(o.Text)) >= (Fold.Text(o.Title) == title ? SameTextUnderSameTitle : SameText))
            .Select(o => new Twin(o.Id, o.Title, o.Status, o.PostedAt))];
    }

    private static double InCommon(HashSet<string> one, string[] other)
    {
        var both = other.ToHashSet();
        var all = both.Union(one).Count();
        both.IntersectWith(one);
        return all == 0 ? 0 : (double)both.Count / all;
    }
}
