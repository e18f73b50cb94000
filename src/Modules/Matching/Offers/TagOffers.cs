using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Search;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Offers;

/// <summary>
/// Says what open offers are about: domain, skills, and the programmes that come first. Runs for one offer when it arrives, and as a
/// job over those that lack the tags of the model that serves now.
/// </summary>
internal sealed class TagOffers(MatchingDb db, ModelStore models, OfferIndex index, TimeProvider clock) : IHandle<ModelPromoted>
{
    private const int Batch = 50;
    private const int ProgrammesKept = 10;

    /// <summary>The job.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var version = (await models.CurrentAsync(cancellation)).Version;
        while (true)
        {
            var untagged = await db.Offers.Where(o => o.IsOpen && (o.TaggedBy != version || o.Domain == "")).OrderBy(o => o.Id).Take(Batch).ToListAsync(cancellation);
            if (untagged.Count == 0) return;
            foreach (var offer in untagged) await TagAsync(offer, cancellation);
            await db.SaveChangesAsync(cancellation);
            index.Touch();
            db.ChangeTracker.Clear();
        }
    }

    public Task HandleAsync(ModelPromoted happened, CancellationToken cancellation) => RunAsync(cancellation);

    /// <summary>Writes the tags on the row and publishes them; the caller saves.</summary>
    public async Task TagAsync(KnownOffer offer, CancellationToken cancellation)
    {
        var model = await models.CurrentAsync(cancellation);
        var snapshot = offer.Snapshot();
        var text = KnownOffer.TextOf(snapshot);
        var facts = model.Analyse(text);
        var ranking = model.Rank(new RankingQuery(text, ProgrammesKept));
        (offer.Domain, offer.Skills, offer.TaggedBy, offer.ChangedAt) =
            (facts.Domain, JsonSerializer.Serialize(facts.Skills), model.Version, clock.GetUtcNow().UtcDateTime);
        (offer.BestStrength, offer.Week) = (ranking.Programmes is [var best, ..] ? best.Strength : Strength.None, KnownOffer.WeekOf(snapshot.PostedAt));
        db.Publish(new OfferTagged(
            offer.Id,
            offer.Revision,
            model.Version,
            facts.Domain,
            facts.Chance,
            facts.Skills,
            [.. ranking.Programmes.Select(p => p.ProgrammeId)],
            ranking.Programmes is [var first, ..] ? first.Score : 0));
    }
}
