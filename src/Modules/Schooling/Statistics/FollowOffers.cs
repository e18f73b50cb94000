using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>Keeps the facts of offers true to what happened to them.</summary>
internal sealed class FollowOffers(SchoolingDb db)
    : IHandle<OfferPosted>, IHandle<OfferRevised>, IHandle<OfferClosed>, IHandle<OffersImported>, IHandle<OffersTagged>
{
    public Task HandleAsync(OfferPosted happened, CancellationToken cancellation) => TakeAsync(happened.Offer, (fact, offer) => fact.Open(offer), cancellation);

    public Task HandleAsync(OfferRevised happened, CancellationToken cancellation) => TakeAsync(happened.Offer, (fact, offer) => fact.Revise(offer), cancellation);

    public async Task HandleAsync(OfferClosed happened, CancellationToken cancellation)
    {
        var fact = await db.OfferFacts.FirstOrDefaultAsync(f => f.Id == happened.OfferId, cancellation);
        // Delivered before the posting it ends: the relay brings it again, later.
        if (fact is null) throw new InvalidOperationException("The offer is not known here yet.");
        fact.Close(happened.Revision, happened.Reason);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task HandleAsync(OffersImported happened, CancellationToken cancellation)
    {
        var ids = happened.Offers.Select(o => o.Offer.OfferId).ToList();
        var known = await db.OfferFacts.Where(f => ids.Contains(f.Id)).Select(f => f.Id).ToHashSetAsync(cancellation);
        db.AddRange(happened.Offers.Where(o => known.Add(o.Offer.OfferId)).Select(o => new OfferFact(
            o.Offer, o.IsOpen ? FactState.Open : o.Closed is { } reason ? OfferFact.StateOf(reason) : FactState.Waiting)));
        await db.NameAsync(happened.Offers.Select(o => Company(o.Offer)), cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task HandleAsync(OffersTagged happened, CancellationToken cancellation)
    {
        var ids = happened.Offers.Select(o => o.OfferId).ToList();
        var facts = await db.OfferFacts.Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellation);
        var firsts = happened.Offers.Where(o => o.Programmes.Count > 0).Select(o => o.Programmes[0]).Distinct().ToList();
        var programmes = await db.Programmes.Include(p => p.Component).Where(p => firsts.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        foreach (var tags in happened.Offers)
        {
            if (!facts.TryGetValue(tags.OfferId, out var fact)) continue;
            fact.Tag(tags, tags.Programmes is [var first, ..] ? programmes.GetValueOrDefault(first) : null);
        }
        await db.NameAsync(happened.Offers.SelectMany(o => o.Skills).Select(s => (s.Id, s.French, s.English)), cancellation);
        await db.SaveChangesAsync(cancellation);
        // Those of offers that are still on their way here come again, later.
        if (facts.Count < ids.Distinct().Count()) throw new InvalidOperationException("Some of the offers are not known here yet.");
    }

    private static (string Key, string French, string English) Company(OfferSnapshot offer) => (offer.CompanyId.ToString(), offer.CompanyName, offer.CompanyName);

    private async Task TakeAsync(OfferSnapshot offer, Action<OfferFact, OfferSnapshot> change, CancellationToken cancellation)
    {
        var fact = await db.OfferFacts.FirstOrDefaultAsync(f => f.Id == offer.OfferId, cancellation);
        if (fact is null) db.Add(new OfferFact(offer, FactState.Open));
        else change(fact, offer);
        await db.NameAsync([Company(offer)], cancellation);
        // A second delivery at the same moment fails on the key here, and finds the row when it is tried again.
        await db.SaveChangesAsync(cancellation);
    }
}
