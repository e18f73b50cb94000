using System.Globalization;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Offers;
using SmartRecruiting.Matching.Training;
using LuceneTerm = Lucene.Net.Index.Term;

namespace SmartRecruiting.Matching.Search;

/// <summary>
/// The open offers of this host as a search index in memory. Derived from the table: it is built when first asked, and catches up
/// with what changed since, each second and after each commit of this host, so every host sees every offer.
/// </summary>
internal sealed class OfferIndex(IServiceScopeFactory scopes) : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Id = "id";
    private const string Stems = "stems";

    // What may be read of an offer late: another host's commit carries the time at which it began.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly RAMDirectory directory = new();
    private readonly Freshness freshness = new();
    private readonly Dictionary<Guid, IndexedOffer> offers = [];
    private IndexedOffer[] newest = [];
    private IndexWriter? writer;
    private DirectoryReader? reader;
    private DateTime seen = DateTime.MinValue;

    /// <summary>Offers whose text shares a word with the query, best first; all open offers, newest first, for a text without words.</summary>
    public async Task<IReadOnlyList<(IndexedOffer Offer, double Coverage, IReadOnlyList<Reason> Reasons)>> SearchAsync(string? text, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await CatchUpAsync(cancellation);
            var asked = Asked(text);
            return asked.Count == 0 ? [.. newest.Select(o => (o, 0.0, NoReasons))] : Find(asked);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>An open offer, or null.</summary>
    public async Task<IndexedOffer?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await CatchUpAsync(cancellation);
            return offers.GetValueOrDefault(id);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>To be called after a commit that changes offers.</summary>
    public void Touch() => freshness.Touch();

    public void Dispose()
    {
        reader?.Dispose();
        writer?.Dispose();
        directory.Dispose();
        turn.Dispose();
    }

    private static IReadOnlyList<Reason> NoReasons { get; } = [];

    // The words of the query by stem, each as it was written first.
    private static Dictionary<string, string> Asked(string? text)
    {
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        var analysed = TextAnalyzer.Analyse(text ?? "");
        foreach (var token in analysed.Tokens.Where(t => !t.IsStop)) asked.TryAdd(Key(token.Stem), analysed.SurfaceOf(token).ToString());
        return asked;
    }

    private List<(IndexedOffer Offer, double Coverage, IReadOnlyList<Reason> Reasons)> Find(Dictionary<string, string> asked)
    {
        var searcher = new IndexSearcher(reader!);
        var query = new BooleanQuery();
        foreach (var stem in asked.Keys.Take(BooleanQuery.MaxClauseCount)) query.Add(new TermQuery(new LuceneTerm(Stems, stem)), Occur.SHOULD);
        // A word that many offers have says less than one that few have.
        var weights = asked.Keys.ToDictionary(stem => stem, stem => Math.Log(1 + ((reader!.NumDocs + 1.0) / (reader.DocFreq(new LuceneTerm(Stems, stem)) + 1))));
        var all = weights.Values.Sum();
        var found = new List<(IndexedOffer, double, IReadOnlyList<Reason>)>();
        foreach (var hit in searcher.Search(query, Math.Max(1, reader!.NumDocs)).ScoreDocs)
        {
            var offer = offers[Guid.Parse(searcher.Doc(hit.Doc).Get(Id, CultureInfo.InvariantCulture))];
            var shared = asked.Where(word => offer.Stems.Contains(word.Key)).OrderByDescending(word => weights[word.Key]).ToList();
            found.Add((offer, shared.Sum(word => weights[word.Key]) / all, [.. shared.Select(word => new Reason(word.Value, false))]));
        }
        return found;
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        if (!freshness.TakeTurn()) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        var since = seen > DateTime.MinValue + Overlap ? seen - Overlap : DateTime.MinValue;
        var firstTime = writer is null;
        var changed = await db.Offers.AsNoTracking().Where(o => o.ChangedAt >= since && (o.IsOpen || !firstTime))
            .Select(o => new { o.Id, o.Revision, o.TaggedBy, o.IsOpen }).ToListAsync(cancellation);
        var stale = changed.Where(o => o.IsOpen
            ? offers.GetValueOrDefault(o.Id) is not { } held || (held.Snapshot.Revision, held.TaggedBy) != (o.Revision, o.TaggedBy)
            : offers.ContainsKey(o.Id)).Select(o => o.Id).ToList();
        writer ??= new IndexWriter(directory, new IndexWriterConfig(Version, new WhitespaceAnalyzer(Version)));
        foreach (var part in stale.Chunk(500))
        {
            foreach (var row in await db.Offers.AsNoTracking().Where(o => part.Contains(o.Id)).ToListAsync(cancellation)) Write(row);
        }
        if (stale.Count == 0 && !firstTime) return;
        writer.Commit();
        reader?.Dispose();
        reader = DirectoryReader.Open(directory);
        newest = [.. offers.Values.OrderByDescending(o => o.Snapshot.PostedAt).ThenBy(o => o.Snapshot.OfferId)];
    }

    private void Write(KnownOffer row)
    {
        if (row.ChangedAt > seen) seen = row.ChangedAt;
        var term = new LuceneTerm(Id, row.Id.ToString());
        if (!row.IsOpen)
        {
            offers.Remove(row.Id);
            writer!.DeleteDocuments(term);
            return;
        }
        var snapshot = row.Snapshot();
        var analysed = TextAnalyzer.Analyse($"{KnownOffer.TextOf(snapshot)} . {snapshot.CompanyName} . {snapshot.City}");
        var stems = analysed.Tokens.Where(t => !t.IsStop).Select(t => Key(t.Stem)).ToList();
        offers[row.Id] = new IndexedOffer(snapshot, row.Domain, row.SkillList(), row.TaggedBy, stems.ToHashSet(StringComparer.Ordinal));
        writer!.UpdateDocument(term, new Document
        {
            new StringField(Id, row.Id.ToString(), Field.Store.YES),
            new TextField(Stems, string.Join(' ', stems), Field.Store.NO),
        });
    }

    private static string Key(ulong stem) => stem.ToString("x", CultureInfo.InvariantCulture);
}

/// <summary>An open offer as the index holds it.</summary>
internal sealed record IndexedOffer(OfferSnapshot Snapshot, string Domain, IReadOnlyList<SkillFound> Skills, int TaggedBy, IReadOnlySet<string> Stems);
