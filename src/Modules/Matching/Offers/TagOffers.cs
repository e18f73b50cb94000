using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Search;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Offers;

/// <summary>
/// Says what offers are about: domain, skills, year of study, and the programmes that come first. Runs for one offer when it arrives, and
/// as a job over the open ones that lack the tags of the model that serves now and over those of the past that no trained model has seen
/// yet. What is said of the past stays: another model does not rewrite it.
/// </summary>
internal sealed class TagOffers(MatchingDb db, ModelStore models, OfferIndex index, TimeProvider clock) : IHandle<ModelPromoted>
{
    private const int Batch = 200;
    private const int ProgrammesKept = 10;

    // Less than a minute's work, in which the next run comes and goes on; events that wait behind a promotion do not wait for longer.
    private const int MostAtOnce = 10_000;

    /// <summary>The job.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var ids in (await UntaggedAsync(cancellation)).Chunk(Batch))
        {
            var model = await models.CurrentAsync(cancellation);
            var offers = await db.Offers.Where(o => ids.Contains(o.Id)).ToListAsync(cancellation);
            // Some may have been tagged meanwhile.
            Tag(offers.FindAll(o => o.LacksTags(model.Version)), model, cancellation);
            await db.SaveChangesAsync(cancellation);
            if (offers.Exists(o => o.IsOpen)) index.Touch();
            db.ChangeTracker.Clear();
        }
    }

    public Task HandleAsync(ModelPromoted happened, CancellationToken cancellation) => RunAsync(cancellation);

    /// <summary>Writes the tags on the row and publishes them; the caller saves.</summary>
    public async Task TagAsync(KnownOffer offer, CancellationToken cancellation) => Tag([offer], await models.CurrentAsync(cancellation), cancellation);

    // What KnownOffer.LacksTags says, by the indexes that there are; those that can be found come first.
    private async Task<List<Guid>> UntaggedAsync(CancellationToken cancellation)
    {
        var version = (await models.CurrentAsync(cancellation)).Version;
        // As parameters: SQLite has no use of an index for a bare condition.
        var (open, closed) = (true, false);
        var untagged = version > 0 ? db.Offers.Where(o => o.IsOpen == closed && o.TaggedBy == 0) : db.Offers.Where(o => o.Week == null);
        return await db.Offers.Where(o => o.IsOpen == open && o.TaggedBy != version).Select(o => new { o.Id, o.IsOpen }).Concat(untagged.Select(o => new { o.Id, o.IsOpen }))
            .OrderByDescending(o => o.IsOpen).ThenBy(o => o.Id).Select(o => o.Id).Take(MostAtOnce).ToListAsync(cancellation);
    }

    private void Tag(List<KnownOffer> offers, ServingModel model, CancellationToken cancellation)
    {
        if (offers.Count == 0) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var found = Cores.Map(offers, offer => TagsOf(offer, model), cancellation);
        foreach (var (offer, (tags, posted)) in offers.Zip(found))
        {
            (offer.Domain, offer.Skills, offer.TaggedBy) = (tags.Domain, JsonSerializer.Serialize(tags.Skills), tags.ModelVersion);
            (offer.BestStrength, offer.Week) = (tags.Best, KnownOffer.WeekOf(posted));
            // The index holds open offers only: nothing is new to it otherwise.
            if (offer.IsOpen) offer.ChangedAt = now;
        }
        db.Publish(new OffersTagged([.. found.Select(f => f.Tags)]));
    }

    private static (OfferTags Tags, DateTime PostedAt) TagsOf(KnownOffer offer, ServingModel model)
    {
        var snapshot = offer.Snapshot();
        var text = KnownOffer.TextOf(snapshot);
        var facts = model.Analyse(text);
        var placing = model.Place(text, ProgrammesKept);
        var tags = new OfferTags(
            offer.Id, offer.Revision, model.Version, facts.Domain, facts.Chance, facts.Skills, placing.Programmes, placing.BestScore, placing.Best, YearOfStudy.Find(text)?.Year);
        return (tags, snapshot.PostedAt);
    }
}
