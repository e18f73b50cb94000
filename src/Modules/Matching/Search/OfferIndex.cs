using System.Collections.Concurrent;
using System.Text.Json;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Offers;
using LuceneTerm = Lucene.Net.Index.Term;

namespace SmartRecruiting.Matching.Search;

/// <summary>The open offers.</summary>
internal sealed class OfferIndex(IServiceScopeFactory scopes, DataDirectory data, TimeProvider clock, ILogger<OfferIndex> log)
    : DerivedIndex("offers", scopes, data, clock, log)
{
    private const string Posted = "posted", Content = "content", Tags = "tags", Kind = "kind", Level = "level", Domain = "domain", City = "city";

    // Between a town as it is compared and as it is written.
    private const char Written = '\u001f';

    // Many visitors open the same first pages; they are answered from here until an offer changes.
    private const int MostAnswers = 100;

    private const int MostCities = 8;

    private static readonly Sort NewestFirst = new(new SortField(Posted, SortFieldType.INT64, reverse: true));

    private volatile Answers? browsed;

    /// <summary>A page of offers that share a word or a skill with the query, best first; of all open offers, newest first, for a text without words.</summary>
    public Task<Found> SearchAsync(OfferQuery query, SkillLexicon lexicon, CancellationToken cancellation)
    {
        var wish = Wish.Of(query.Text, lexicon);
        return SearchAsync(searcher => wish.Parts.Count > 0 ? Find(searcher, query, wish) : Browse(searcher, query with { Text = null }, wish), cancellation);
    }

    /// <summary>An open offer, or null.</summary>
    public Task<IndexedOffer?> FindAsync(Guid id, CancellationToken cancellation) => SearchAsync(
        searcher => searcher.Search(new TermQuery(new LuceneTerm(Id, Term(id))), 1).ScoreDocs is [var hit] ? Read(searcher, hit.Doc) : null, cancellation);

    protected override Task<List<RowState>> ChangedAsync(MatchingDb db, DateTime since, CancellationToken cancellation)
    {
        var everything = since == DateTime.MinValue;
        return db.Offers.AsNoTracking().Where(o => o.ChangedAt >= since && (o.IsOpen || !everything))
            .Select(o => new RowState(o.Id, o.IsOpen ? o.Revision + "." + o.TaggedBy + "." + o.Domain : null, o.ChangedAt)).ToListAsync(cancellation);
    }

    protected override Task<int> CountAsync(MatchingDb db, CancellationToken cancellation) => db.Offers.CountAsync(o => o.IsOpen, cancellation);

    protected override async Task<List<(Guid Id, Document Document)>> ReadAsync(MatchingDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var rows = await db.Offers.AsNoTracking().Where(o => ids.Contains(o.Id) && o.IsOpen).ToListAsync(cancellation);
        return rows.ConvertAll(row => (row.Id, DocumentOf(row)));
    }

    private Found Browse(IndexSearcher searcher, OfferQuery query, Wish wish)
    {
        var answers = browsed;
        if (answers?.Of != searcher.IndexReader) browsed = answers = new Answers(searcher.IndexReader, []);
        if (answers.Given.TryGetValue(query, out var given)) return given;
        var collector = TopFieldCollector.Create(NewestFirst, Depth(searcher, query), fillFields: false, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: true);
        var found = Collect(searcher, query, wish, new MatchAllDocsQuery(), collector);
        if (answers.Given.Count < MostAnswers) answers.Given[query] = found;
        return found;
    }

    private static Found Find(IndexSearcher searcher, OfferQuery query, Wish wish) =>
        Collect(searcher, query, wish, wish.Against(searcher.IndexReader), TopScoreDocCollector.Create(Depth(searcher, query), docsScoredInOrder: false));

    // The heap of the best is as big as asked for: never bigger than the index.
    private static int Depth(IndexSearcher searcher, OfferQuery query) => (int)Math.Clamp((long)query.Skip + query.Take, 1, Math.Max(1, searcher.IndexReader.MaxDoc));

    private static Found Collect(IndexSearcher searcher, OfferQuery query, Wish wish, Query what, ITopDocsCollector best)
    {
        var city = string.IsNullOrEmpty(query.City) ? null : TextAnalyzer.Fold(query.City);
        var facets = new Facets(best,
        [
            new(Kind, query.Kind is { } kind ? value => value == kind.ToString() : null),
            // An offer of no level is for all.
            new(Level, string.IsNullOrEmpty(query.Level) ? null : value => value.Length == 0 || value == query.Level),
            new(Domain, string.IsNullOrEmpty(query.Domain) ? null : value => value == query.Domain),
            new(City, city is null ? null : value => value.AsSpan(0, Math.Max(0, value.IndexOf(Written, StringComparison.Ordinal))).Contains(city, StringComparison.Ordinal)),
        ]);
        searcher.Search(what, facets);
        var (levels, domains) = (facets.CountsOf(1), facets.CountsOf(2));
        levels.Remove("", out var forAll);
        domains.Remove("");
        return new Found(
            best.TotalHits,
            [.. best.GetTopDocs(query.Skip, query.Take).ScoreDocs.Select(hit => Read(searcher, hit.Doc))],
            wish,
            new OfferFacets(Ordered(facets.CountsOf(0)), Ordered(levels.ToDictionary(l => l.Key, l => l.Value + forAll)), Ordered(domains), Cities(facets.CountsOf(3))));
    }

    private static List<FacetCount> Ordered(Dictionary<string, int> counts) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetCount(c.Key, c.Value))];

    // Spelled as most offers do.
    private static List<FacetCount> Cities(Dictionary<string, int> counts) =>
    [
        .. counts.Where(c => c.Key.Length > 0).GroupBy(c => c.Key[..c.Key.IndexOf(Written, StringComparison.Ordinal)])
            .Select(same => new FacetCount(same.MaxBy(c => c.Value).Key[(same.Key.Length + 1)..], same.Sum(c => c.Value)))
            .OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(MostCities),
    ];

    private static IndexedOffer Read(IndexSearcher searcher, int doc)
    {
        var stored = searcher.Doc(doc);
        return new IndexedOffer(
            JsonSerializer.Deserialize<OfferSnapshot>(stored.Get(Content))!, stored.Get(Domain), JsonSerializer.Deserialize<List<SkillFound>>(stored.Get(Tags))!);
    }

    private static Document DocumentOf(KnownOffer row)
    {
        var snapshot = row.Snapshot();
        var town = TextAnalyzer.Fold(snapshot.City ?? "");
        var document = new Document
        {
            new NumericDocValuesField(Posted, snapshot.PostedAt.Ticks),
            new StoredField(Content, row.Content),
            new StoredField(Tags, row.Skills),
            new StoredField(Domain, row.Domain),
            new SortedDocValuesField(Kind, new BytesRef(snapshot.Kind.ToString())),
            new SortedDocValuesField(Level, new BytesRef(snapshot.Level ?? "")),
            new SortedDocValuesField(Domain, new BytesRef(row.Domain)),
            new SortedDocValuesField(City, new BytesRef(town.Length == 0 ? "" : $"{town}{Written}{snapshot.City!.Trim()}")),
        };
        AddText(document, TextAnalyzer.Analyse(IndexedOffer.TextOf(snapshot)), row.SkillList().Select(s => s.Id));
        return document;
    }

    /// <summary>A page of offers, how many there are in all, and what was asked for.</summary>
    internal sealed record Found(int Total, IReadOnlyList<IndexedOffer> Offers, Wish Wish, OfferFacets Facets);

    private sealed record Answers(IndexReader Of, ConcurrentDictionary<OfferQuery, Found> Given);
}

/// <summary>An open offer as the index holds it.</summary>
internal sealed record IndexedOffer(OfferSnapshot Snapshot, string Domain, IReadOnlyList<SkillFound> Skills)
{
    /// <summary>What is searched of an offer; its title counts twice.</summary>
    public static string TextOf(OfferSnapshot offer) => $"{offer.Title} . {offer.Title} . {offer.Text} . {offer.CompanyName} . {offer.City}";
}
