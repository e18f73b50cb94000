using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Offers;
using SmartRecruiting.Matching.Skills;

namespace SmartRecruiting.Matching.Topics;

/// <summary>Learns which themes offers speak of, and gives each offer of the last two years its theme. Killed half-way, the themes of before stay.</summary>
internal sealed class LearnTopics(MatchingDb db, LexiconStore lexicon, TimeProvider clock)
{
    /// <summary>Fewer texts make themes of chance.</summary>
    public const int Fewest = 500;

    // More texts find no other themes, and cost a minute more of each core.
    private const int MostTexts = 10_000;

    private const int Batch = 500;

    // Families of the lexicon that every trade asks for, or that are no skill at all.
    private static readonly string[] Untelling = ["languages", "none", "tasks", "ways-of-working"];

    /// <summary>The job where there are no themes yet and enough offers.</summary>
    public async Task RunFirstAsync(CancellationToken cancellation)
    {
        if (!await db.TopicSets.AnyAsync(s => s.IsComplete, cancellation)) await RunAsync(cancellation);
    }

    /// <summary>The weekly job.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var newest = db.Offers.AsNoTracking().OrderByDescending(o => o.ChangedAt).ThenByDescending(o => o.Id).Take(MostTexts);
        var texts = (await newest.Select(o => o.Content).ToListAsync(cancellation)).ConvertAll(TextOf);
        if (texts.Count < Fewest) return;
        var trades = await TradesAsync(cancellation);
        using var model = await Task.Run(() => TopicModel.Learn(texts, trades, cancellation), cancellation);
        if (model is null) return;

        var now = clock.GetUtcNow().UtcDateTime;
        var set = new TopicSet { LearntAt = now, Texts = texts.Count, Coherence = model.Coherence };
        db.Add(set);
        db.AddRange(model.Topics.Select((words, number) => new Topic { SetId = set.Id, Number = number, Words = string.Join(';', words) }));
        await db.SaveChangesAsync(cancellation);
        await AssignAsync(set, model, now.AddYears(-2), cancellation);
        set.Complete();
        await db.SaveChangesAsync(cancellation);
        await db.OfferTopics.Where(t => t.SetId != set.Id).ExecuteDeleteAsync(cancellation);
        await db.Topics.Where(t => t.SetId != set.Id).ExecuteDeleteAsync(cancellation);
        await db.TopicSets.Where(s => s.Id != set.Id).ExecuteDeleteAsync(cancellation);
    }

    private async Task AssignAsync(TopicSet set, TopicModel model, DateTime since, CancellationToken cancellation)
    {
        for (var last = Guid.Empty; ;)
        {
            var after = last;
            var part = await db.Offers.AsNoTracking().Where(o => o.Id.CompareTo(after) > 0).OrderBy(o => o.Id).Take(Batch).Select(o => new { o.Id, o.Content }).ToListAsync(cancellation);
            if (part.Count == 0) return;
            last = part[^1].Id;
            var recent = part.ConvertAll(o => System.Text.Json.JsonSerializer.Deserialize<OfferSnapshot>(o.Content)!).Where(o => o.PostedAt >= since).ToList();
            if (recent.Count == 0) continue;
            var topics = model.TopicsOf(recent.ConvertAll(KnownOffer.TextOf));
            var rows = recent.Zip(topics).Where(r => r.Second >= 0)
                .Select(r => new OfferTopic { SetId = set.Id, OfferId = r.First.OfferId, Number = r.Second, PostedAt = r.First.PostedAt }).ToList();
            db.AddRange(rows);
            await db.SaveChangesAsync(cancellation);
            foreach (var row in rows) db.Entry(row).State = EntityState.Detached;
        }
    }

    // What the lexicon and the programmes call a know-how.
    private async Task<HashSet<ulong>> TradesAsync(CancellationToken cancellation)
    {
        var programmes = (await db.Programmes.AsNoTracking().ToListAsync(cancellation)).ConvertAll(p => p.Snapshot());
        var names = (await lexicon.CurrentAsync(cancellation)).Entries.Where(e => !Untelling.Contains(e.Family)).SelectMany(e => e.Aliases.Prepend(e.French))
            .Concat(programmes.SelectMany(p => p.Skills));
        return [.. names.SelectMany(name => TextAnalyzer.Analyse(name).Tokens).Where(t => !t.IsStop).Select(t => t.Stem)];
    }

    private static string TextOf(string content) => KnownOffer.TextOf(System.Text.Json.JsonSerializer.Deserialize<OfferSnapshot>(content)!);
}
