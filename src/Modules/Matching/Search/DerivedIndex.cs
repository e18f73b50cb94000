using System.Diagnostics;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Training;
using LuceneTerm = Lucene.Net.Index.Term;

namespace SmartRecruiting.Matching.Search;

/// <summary>A row as an index must have it.</summary>
/// <param name="State">Changes when the row reads differently; null when it must not be found.</param>
internal sealed record RowState(Guid Id, string? State, DateTime ChangedAt);

/// <summary>
/// Rows of a table as a search index on disk. The table is the truth: the index catches up with what changed since, each second and after
/// each commit of this host, so every host finds every row; and it is made anew when its files are missing, damaged or of another format.
/// </summary>
internal abstract class DerivedIndex(string name, IServiceScopeFactory scopes, DataDirectory data, TimeProvider clock, ILogger log) : IDisposable
{
    protected internal const string Id = "id";
    protected internal const string Stems = "stems";
    protected internal const string Words = "words";
    protected internal const string Skills = "skills";
    private const string State = "state";
    private const int Batch = 500;

    // What was written in small parts is searched faster in a few big ones; merging pays only after many of them.
    private const int ManyBatches = 10;
    private const int FewSegments = 4;

    // To be raised with the fields of the documents; how words are stemmed is watched by itself.
    private const string Layout = "3";

    // What may be read of a row late: another host's commit carries the time at which it began.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    // A commit waits for the disk; what a crash loses of it is read from the tables again.
    private static readonly TimeSpan CommitPace = TimeSpan.FromSeconds(10);

    // While a big index is made anew, what is there already can be searched.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Lazy<string> Format = new(() => $"{Layout} {Fingerprint():x}");

    private static readonly FieldType WordsType = new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Freshness freshness = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private Task latest = Task.CompletedTask;
    private IndexFolder? folder;
    private DateTime looked;
    private DateTime seen;
    private DateTime fulfilled;
    private volatile bool damaged;
    private bool uncommitted;
    private long committed;

    static DerivedIndex() => WordsType.Freeze();

    /// <summary>To be called after a commit that changes rows.</summary>
    public void Touch() => freshness.Touch();

    /// <summary>Makes the index anew; null when another process holds it, which then does so at its next search.</summary>
    public async Task<int?> RebuildAsync(CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(WishPath, "", cancellation);
        if (folder is null && !IndexFolder.IsFree(FolderPath)) return null;
        freshness.Touch();
        return await SearchAsync(searcher => (int?)searcher.IndexReader.NumDocs, Timeout.InfiniteTimeSpan, cancellation);
    }

    public void Dispose()
    {
        // Known under two interfaces, a container disposes it twice.
        if (stop.IsCancellationRequested) return;
        stop.Cancel();
        turn.Wait();
        if (folder is not null)
        {
            if (uncommitted) folder.Commit(seen, fulfilled);
            folder.Dispose();
        }
        stop.Dispose();
        turn.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Searches the index as it is now.</summary>
    protected Task<T> SearchAsync<T>(Func<IndexSearcher, T> search, CancellationToken cancellation) => SearchAsync(search, Patience, cancellation);

    /// <summary>Rows written since then, those that must not be found too.</summary>
    protected abstract Task<List<RowState>> ChangedAsync(MatchingDb db, DateTime since, CancellationToken cancellation);

    /// <summary>Rows that must be found.</summary>
    protected abstract Task<int> CountAsync(MatchingDb db, CancellationToken cancellation);

    /// <summary>The documents of these rows; this class adds id and state.</summary>
    protected abstract Task<List<(Guid Id, Document Document)>> ReadAsync(MatchingDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>The key of a stem, as a term.</summary>
    protected internal static string Key(ulong stem) => stem.ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Adds what can be searched of a text: stems, the words that slips are mended by, and skills.</summary>
    protected static void AddText(Document document, AnalysedText text, IEnumerable<string> skills)
    {
        var words = text.Tokens.Where(t => !t.IsStop).ToList();
        document.Add(new TextField(Stems, string.Join(' ', words.Select(t => Key(t.Stem))), Field.Store.NO));
        document.Add(new Field(Words, string.Join(' ', words.Select(t => text.FoldedOf(t).ToString()).Distinct()), WordsType));
        foreach (var skill in skills.Distinct()) document.Add(new StringField(Skills, skill, Field.Store.NO));
    }

    private async Task<T> SearchAsync<T>(Func<IndexSearcher, T> search, TimeSpan patience, CancellationToken cancellation)
    {
        Task current;
        lock (gate)
        {
            if (freshness.TakeTurn()) latest = Task.Run(CatchUpAsync, CancellationToken.None);
            current = latest;
        }
        try
        {
            await current.WaitAsync(patience, cancellation);
        }
        catch (TimeoutException) when (folder is not null)
        {
            // Still being made: what is there already is better than nothing.
        }
        var searchers = folder!.Searchers;
        var searcher = searchers.Acquire();
        try
        {
            return search(searcher);
        }
        catch (IOException)
        {
            // Files that were fine at the start: made anew before the next search.
            damaged = true;
            freshness.Touch();
            throw;
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    private async Task CatchUpAsync()
    {
        await turn.WaitAsync(stop.Token);
        try
        {
            var watch = Stopwatch.StartNew();
            var opened = folder is null;
            if (opened) Open();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
            var written = 0;
            var anew = damaged || Wished() > fulfilled;
            if (anew) await MakeAnewAsync(db, watch);
            else written = await WriteAsync(db, looked > DateTime.MinValue + Overlap ? looked - Overlap : DateTime.MinValue);
            // Another database than that of the files, or a restored one: compared row by row then.
            if (opened && await CountAsync(db, stop.Token) != Count) written += await WriteAsync(db, since: null);
            if (opened && folder!.WasMissing) log.LogInformation("The index of {Name} was made from the tables: {Count} documents in {Seconds:0.0} s", name, Count, watch.Elapsed.TotalSeconds);
            else if (opened && folder!.Trouble is { } trouble) SayAnew(trouble, watch);
            if (written > 0) uncommitted = true;
            // Made anew because somebody was erased, the old files must go now.
            if (!uncommitted || (!opened && !anew && Stopwatch.GetElapsedTime(committed) < CommitPace)) return;
            folder!.Commit(seen, fulfilled);
            (uncommitted, committed) = (false, Stopwatch.GetTimestamp());
        }
        finally
        {
            turn.Release();
        }
    }

    private int Count
    {
        get
        {
            var searcher = folder!.Searchers.Acquire();
            try
            {
                return searcher.IndexReader.NumDocs;
            }
            finally
            {
                folder.Searchers.Release(searcher);
            }
        }
    }

    private string FolderPath => data.Folder(Path.Combine("index", name));

    private string WishPath => Path.Combine(data.Folder("index"), $"{name}.rebuild");

    private DateTime Wished() => File.Exists(WishPath) ? File.GetLastWriteTimeUtc(WishPath) : DateTime.MinValue;

    private void Open()
    {
        folder = IndexFolder.Open(FolderPath, Format.Value);
        (looked, seen) = (folder.Seen, folder.Seen);
        fulfilled = folder.Trouble is null ? folder.Wish : Wished();
    }

    // What was found before is found until everything is there again.
    private async Task MakeAnewAsync(MatchingDb db, Stopwatch watch)
    {
        var (wish, trouble) = (Wished(), damaged ? "damaged" : "to be made anew");
        folder!.Writer.DeleteAll();
        await WriteAsync(db, DateTime.MinValue, anew: true);
        (damaged, fulfilled, uncommitted) = (false, wish, true);
        SayAnew(trouble, watch);
    }

    private void SayAnew(string trouble, Stopwatch watch) => log.LogWarning(
        "The index of {Name} was {Trouble}; it was made anew from the tables: {Count} documents in {Seconds:0.0} s", name, trouble, Count, watch.Elapsed.TotalSeconds);

    private async Task<int> WriteAsync(MatchingDb db, DateTime? since, bool anew = false)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var changed = await ChangedAsync(db, since ?? DateTime.MinValue, stop.Token);
        var held = anew ? [] : States(since is null ? null : changed.ConvertAll(r => r.Id));
        var stale = changed.Where(r => held.GetValueOrDefault(r.Id) != r.State).ToList();
        if (since is null) stale.AddRange(held.Keys.Except(changed.ConvertAll(r => r.Id)).Select(gone => new RowState(gone, null, DateTime.MinValue)));
        foreach (var part in stale.Chunk(Batch))
        {
            foreach (var gone in part.Where(r => r.State is null)) folder!.Writer.DeleteDocuments(new LuceneTerm(Id, Term(gone.Id)));
            var states = part.Where(r => r.State is not null).ToDictionary(r => r.Id, r => r.State!);
            foreach (var (id, document) in states.Count == 0 ? [] : await ReadAsync(db, states.Keys, stop.Token))
            {
                document.Add(new StringField(Id, Term(id), Field.Store.NO));
                document.Add(new BinaryDocValuesField(State, new BytesRef(states[id])));
                folder!.Writer.UpdateDocument(new LuceneTerm(Id, Term(id)), document);
            }
            if (!anew) folder!.Searchers.MaybeRefreshBlocking();
        }
        if (stale.Count > ManyBatches * Batch) folder!.Writer.ForceMerge(FewSegments);
        folder!.Searchers.MaybeRefreshBlocking();
        looked = now;
        if (changed.Count > 0 && changed.Max(r => r.ChangedAt) is var last && last > seen) seen = last;
        return stale.Count;
    }

    // The states that the index has: of these rows, or of all.
    private Dictionary<Guid, string> States(IReadOnlyCollection<Guid>? ids)
    {
        var states = new Dictionary<Guid, string>();
        var wanted = ids?.Select(Term).Order(StringComparer.Ordinal).Select(id => new BytesRef(id)).ToList();
        var searcher = folder!.Searchers.Acquire();
        try
        {
            var found = new BytesRef();
            foreach (var leaf in searcher.IndexReader.Leaves)
            {
                var reader = leaf.AtomicReader;
                if (reader.GetTerms(Id)?.GetEnumerator() is not { } terms) continue;
                var values = reader.GetBinaryDocValues(State);
                DocsEnum? docs = null;
                foreach (var term in wanted is null ? All(terms) : wanted.Where(terms.SeekExact))
                {
                    docs = terms.Docs(reader.LiveDocs, docs, DocsFlags.NONE);
                    if (docs.NextDoc() == DocIdSetIterator.NO_MORE_DOCS) continue;
                    values.Get(docs.DocID, found);
                    states[Guid.ParseExact(term.Utf8ToString(), "N")] = found.Utf8ToString();
                }
            }
        }
        finally
        {
            folder.Searchers.Release(searcher);
        }
        return states;

        static IEnumerable<BytesRef> All(TermsEnum terms)
        {
            while (terms.MoveNext()) yield return terms.Term;
        }
    }

    protected static string Term(Guid id) => id.ToString("N");

    // How the words of the lexicon are cut and stemmed: another release may do it differently, and would not find what this one wrote.
    private static ulong Fingerprint() => SkillLexicon.Load().Entries.SelectMany(e => e.Names).SelectMany(n => TextAnalyzer.Analyse(n).Tokens)
        .Aggregate(0UL, (hash, token) => FeatureHash.Mix(hash ^ token.Stem));
}
