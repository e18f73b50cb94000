using System.Collections.Concurrent;
using System.Globalization;
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
    private const string Posted = "posted", Content = "content", Tags = "tags", Kind = "kind", Level = "level", Domain = "domain", City = "city", Starts = "starts", Weeks = "weeks", Pay = "pay", Remote = "remote";

    // The sortable form of a day.
    private const string DayFormat = "yyyyMMdd";

    // Between a town as it is compared and as it is written.
    private const char Written = '\u001f';

    // Many visitors open the same first pages; they are answered from here until an offer changes.
    private const int MostAnswers = 100;

    private const int MostCities = 8;

    // One clause each, and one for what is searched: as many as Lucene takes.
    private const int MostWithout = 1000;

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
        // Lists of ids are somebody's own: nobody asks the same again.
        if (query.Without.Count > 0) return Collect(searcher, query, wish, new MatchAllDocsQuery(), Newest(searcher, query));
        var answers = browsed;
        if (answers?.Of != searcher.IndexReader) browsed = answers = new Answers(searcher.IndexReader, []);
        if (answers.Given.TryGetValue(query, out var given)) return given;
        var found = Collect(searcher, query, wish, new MatchAllDocsQuery(), Newest(searcher, query));
        if (answers.Given.Count < MostAnswers) answers.Given[query] = found;
        return found;
    }

    private static Found Find(IndexSearcher searcher, OfferQuery query, Wish wish) =>
        Collect(
            searcher, query, wish, wish.Against(searcher.IndexReader),
            query.ByDate ? Newest(searcher, query) : TopScoreDocCollector.Create(Depth(searcher, query), docsScoredInOrder: false));

    private static TopFieldCollector Newest(IndexSearcher searcher, OfferQuery query) =>
        TopFieldCollector.Create(NewestFirst, Depth(searcher, query), fillFields: false, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: query.Text is null);

    // The heap of the best is as big as asked for: never bigger than the index.
    private static int Depth(IndexSearcher searcher, OfferQuery query) => (int)Math.Clamp((long)query.Skip + query.Take, 1, Math.Max(1, searcher.IndexReader.MaxDoc));

    private static Found Collect(IndexSearcher searcher, OfferQuery query, Wish wish, Query what, ITopDocsCollector best)
    {
        var facets = new Facets(best, [.. Filters(query)], query.PostedSince is { } since ? (Posted, since.Ticks) : null);
        searcher.Search(Except(what, query.Without), facets);
        var (levels, domains) = (facets.CountsOf(Level), facets.CountsOf(Domain));
        levels.Remove("", out var forAll);
        return new Found(
            best.TotalHits,
            [.. best.GetTopDocs(query.Skip, query.Take).ScoreDocs.Select(hit => Read(searcher, hit.Doc))],
            wish,
            new OfferFacets(Ordered(facets.CountsOf(Kind)), Ordered(levels.ToDictionary(l => l.Key, l => l.Value + forAll)), Ordered(domains), Cities(facets.CountsOf(City)))
            {
                Weeks = Ordered(facets.CountsOf(Weeks)),
                Pays = Ordered(facets.CountsOf(Pay)),
                Remote = Ordered(facets.CountsOf(Remote)),
            });
    }

    // What each filter lets through; an offer that does not say when it starts, or for which level it is, is for all.
    private static IEnumerable<Facets.Facet> Filters(OfferQuery query)
    {
        var city = string.IsNullOrEmpty(query.City) ? null : TextAnalyzer.Fold(query.City);
        yield return new(Kind, query.Kind is { } kind ? value => value == kind.ToString() : null);
        yield return new(Level, string.IsNullOrEmpty(query.Level) ? null : value => value.Length == 0 || value == query.Level);
        yield return new(Domain, string.IsNullOrEmpty(query.Domain) ? null : value => value == query.Domain);
        yield return new(City, city is null ? null : value => value.AsSpan(0, Math.Max(0, value.IndexOf(Written, StringComparison.Ordinal))).Contains(city, StringComparison.Ordinal));
        yield return new(Weeks, query.WeeksFrom is null && query.WeeksUntil is null ? null : value => Number(value) is { } weeks && weeks >= (query.WeeksFrom ?? 0) && weeks <= (query.WeeksUntil ?? int.MaxValue));
        yield return new(Pay, query.Pay is null ? null : value => Number(value) is { } pay && pay >= query.Pay);
        yield return new(Remote, query.Remote is { } remote ? value => value == remote.ToString() || (remote is RemoteWork.Partial && value == nameof(RemoteWork.Full)) : null);
        // Days are not counted, so the field is looked at only where it filters.
        if (query.StartsFrom is null && query.StartsUntil is null) yield break;
        var (first, last) = (Day(query.StartsFrom ?? DateOnly.MinValue), Day(query.StartsUntil ?? DateOnly.MaxValue));
        yield return new(Starts, value => value.Length == 0 || (string.CompareOrdinal(value, first) >= 0 && string.CompareOrdinal(value, last) <= 0));
    }

    private static Query Except(Query what, IReadOnlyCollection<Guid> without)
    {
        if (without.Count == 0) return what;
        var query = new BooleanQuery { { what, Occur.MUST } };
        foreach (var id in without.Take(MostWithout)) query.Add(new TermQuery(new LuceneTerm(Id, Term(id))), Occur.MUST_NOT);
        return query;
    }

    private static int? Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static List<FacetCount> Ordered(Dictionary<string, int> counts) =>
        [.. counts.Where(c => c.Key.Length > 0).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetCount(c.Key, c.Value))];

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
            new SortedDocValuesField(Starts, new BytesRef(snapshot.Starts is { } starts ? Day(starts) : "")),
            new SortedDocValuesField(Weeks, new BytesRef(WeeksOf(snapshot)?.ToString(CultureInfo.InvariantCulture) ?? "")),
            new SortedDocValuesField(Pay, new BytesRef(snapshot.Terms.PayOfMonth() is { } pay ? decimal.Round(pay).ToString(CultureInfo.InvariantCulture) : "")),
            new SortedDocValuesField(Remote, new BytesRef(snapshot.Terms.Remote?.ToString() ?? "")),
        };
        AddText(document, TextAnalyzer.Analyse(IndexedOffer.TextOf(snapshot)), row.SkillList().Select(s => s.Id));
        return document;
    }

    private static int? WeeksOf(OfferSnapshot offer) =>
        offer.DurationWeeks ?? (offer is { Starts: { } first, Terms.Ends: { } last } && last > first ? (int)Math.Round((last.DayNumber - first.DayNumber) / 7.0) : null);

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
