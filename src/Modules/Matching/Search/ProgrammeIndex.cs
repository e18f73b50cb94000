using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Skills;
using LuceneTerm = Lucene.Net.Index.Term;

namespace SmartRecruiting.Matching.Search;

/// <summary>The programmes, searched by hand: words of name, code, component, town, skills, jobs and description.</summary>
internal sealed class ProgrammeIndex(IServiceScopeFactory scopes, DataDirectory data, TimeProvider clock, LexiconStore lexicons, ILogger<ProgrammeIndex> log)
    : DerivedIndex("programmes", scopes, data, clock, log), IProgrammeSearch
{
    private const string Name = "name", Beginnings = "beginnings", Programme = "programme";
    private const int ShortestBeginning = 3;
    private const float NameCounts = 3;

    public async Task<IReadOnlyList<Guid>> SearchAsync(string words, int most, CancellationToken cancellation)
    {
        var wish = Wish.Of(words, await lexicons.CurrentAsync(cancellation));
        // Only bare numbers and stop words: « 4 », « le ». The code or the name may still begin so.
        var typed = TextAnalyzer.Analyse(words);
        var beginnings = typed.Tokens.Select(t => typed.FoldedOf(t).ToString()).Where(w => w.Length >= ShortestBeginning).Distinct().ToList();
        return await SearchAsync(searcher => Find(searcher, wish, beginnings, most), cancellation);
    }

    protected override Task<List<RowState>> ChangedAsync(MatchingDb db, DateTime since, CancellationToken cancellation) =>
        db.Programmes.AsNoTracking().Where(p => p.ChangedAt >= since).Select(p => new RowState(p.Id, p.Revision.ToString(), p.ChangedAt)).ToListAsync(cancellation);

    protected override Task<int> CountAsync(MatchingDb db, CancellationToken cancellation) => db.Programmes.CountAsync(cancellation);

    protected override async Task<List<(Guid Id, Document Document)>> ReadAsync(MatchingDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var lexicon = await lexicons.CurrentAsync(cancellation);
        var rows = await db.Programmes.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellation);
        return rows.ConvertAll(row => (row.Id, DocumentOf(row.Snapshot(), lexicon)));
    }

    private static IReadOnlyList<Guid> Find(IndexSearcher searcher, Wish wish, List<string> beginnings, int most)
    {
        var query = wish.Against(searcher.IndexReader);
        foreach (var part in wish.Parts)
        {
            foreach (var stem in part.Stems.Concat(part.Mended)) query.Add(new TermQuery(new LuceneTerm(Name, Key(stem))) { Boost = NameCounts }, Occur.SHOULD);
        }
        foreach (var beginning in beginnings.Take(BooleanQuery.MaxClauseCount / 4)) query.Add(new PrefixQuery(new LuceneTerm(Beginnings, beginning)), Occur.SHOULD);
        if (query.Clauses.Count == 0) return [];
        return [.. searcher.Search(query, Math.Max(1, most)).ScoreDocs.Select(hit => Guid.ParseExact(searcher.Doc(hit.Doc).Get(Programme), "N"))];
    }

    private static Document DocumentOf(ProgrammeSnapshot programme, SkillLexicon lexicon)
    {
        var name = TextAnalyzer.Analyse($"{programme.Code} . {programme.Name} . {programme.Component}");
        var text = TextAnalyzer.Analyse($"{name.Source} . {programme.University} . {programme.City} . {string.Join(" . ", programme.Skills.Concat(programme.Jobs))} . {programme.Description}");
        var document = new Document
        {
            new StoredField(Programme, Term(programme.Id)),
            new TextField(Name, string.Join(' ', name.Tokens.Where(t => !t.IsStop).Select(t => Key(t.Stem))), Field.Store.NO),
            new TextField(Beginnings, string.Join(' ', name.Tokens.Select(t => name.FoldedOf(t).ToString())), Field.Store.NO),
        };
        AddText(document, text, lexicon.Find(text).Select(m => m.Skill.Id));
        return document;
    }
}
