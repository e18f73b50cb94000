using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Students.Searching;

namespace SmartRecruiting.Students.Programmes;

/// <summary>The public search of programmes: ranked for a text, by words, or the whole catalogue.</summary>
internal sealed class SearchModel(IProgrammeRanking ranking, IProgrammeSearch search, IProgrammes programmes, IProgrammeDemand demand, RecordSearch record) : PageModel
{
    /// <summary>Characters of a search: its address must fit the 8 KB of a request line, each accent taking six.</summary>
    public const int MostText = 1000;

    private const int MostResults = 10;
    private const int MostFound = 80;
    private const int RowsOfCatalogue = 40;

    /// <summary>What the student wants to study, in their own words.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Wish { get; set; }

    /// <summary>Words of a programme's name, code or component.</summary>
    [BindProperty(SupportsGet = true, Name = "words")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "level")]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>Null when nothing was asked for.</summary>
    public RankingState? State { get; private set; }

    /// <summary>The programmes that fit; without a reliable match the nearest, which a person may look at.</summary>
    public IReadOnlyList<Result> Results { get; private set; } = [];

    /// <summary>What companies ask of the programmes shown.</summary>
    public IReadOnlyDictionary<Guid, ProgrammeDemand> Demand { get; private set; } = new Dictionary<Guid, ProgrammeDemand>();

    public Slice<ProgrammeLine> Catalogue { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!Levels.All.Contains(Level)) Level = null;
        if (string.IsNullOrWhiteSpace(Wish))
        {
            await ListAsync(Words, cancellation);
            return;
        }
        var ranked = await ranking.RankAsync(new RankingQuery(Wish, MostResults) { Levels = Level is null ? [] : [Level] }, cancellation);
        State = ranked.State;
        if (State is not RankingState.NotReady)
        {
            var found = (await programmes.FindAsync([.. ranked.Programmes.Select(p => p.ProgrammeId)], cancellation)).ToDictionary(p => p.Id);
            // The model may still know a programme that the catalogue has lost.
            Results = [.. ranked.Programmes.Where(p => found.ContainsKey(p.ProgrammeId)).Select(p => new Result(p, found[p.ProgrammeId]))];
            if (Results.Count == 0) State = RankingState.NoReliableMatch;
            Demand = await demand.OfAsync([.. Results.Select(r => r.Programme.Id)], cancellation);
        }
        if (State is not RankingState.Match) await ListAsync(Wish, cancellation);
        await record.RunAsync(SearchKind.Programme, Wish, keep: true, cancellation);
    }

    private async Task ListAsync(string? words, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            var page = await programmes.PageAsync(null, Level, Number, RowsOfCatalogue, cancellation);
            Catalogue = new Slice<ProgrammeLine>(page.Lines, page.Total, page.Page, RowsOfCatalogue, "");
            return;
        }
        var all = (await FindAsync(words, cancellation)).Where(p => Level is null || p.Level == Level).ToList();
        var pages = Math.Max(1, (all.Count + RowsOfCatalogue - 1) / RowsOfCatalogue);
        var number = Math.Clamp(Number, 1, pages);
        Catalogue = new Slice<ProgrammeLine>(
            [.. all.Skip((number - 1) * RowsOfCatalogue).Take(RowsOfCatalogue)], all.Count, number, RowsOfCatalogue, "");
    }

    // Best first, and so the components.
    private async Task<IEnumerable<ProgrammeLine>> FindAsync(string words, CancellationToken cancellation)
    {
        var best = await search.SearchAsync(words, MostFound, cancellation);
        var found = (await programmes.FindAsync(best, cancellation)).ToDictionary(p => p.Id);
        return best.Where(found.ContainsKey).Select(id => found[id]).Select(p => new ProgrammeLine(p.Id, p.Slug, p.Name, p.Component, p.Level));
    }

    /// <summary>A programme, and what made it fit.</summary>
    internal sealed record Result(RankedProgramme Match, ProgrammeSnapshot Programme);
}
