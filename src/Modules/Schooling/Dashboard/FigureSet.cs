using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>Numbers of one thing in one period; see <see cref="Figure"/>.</summary>
internal readonly record struct Counts(int Offers, int Well, int Filled, long Hours);

/// <summary>One thing in year N and in the year before.</summary>
internal sealed record FigureLine(string Key, Counts Now, Counts Before);

/// <summary>The figures of a place in a year and in the year before: what every table is made of.</summary>
internal sealed class FigureSet
{
    private readonly FigureRows rows;

    private FigureSet(FigureRows rows) => this.rows = rows;

    public required Place Place { get; init; }

    public required Places Places { get; init; }

    public required StatPeriod Period { get; init; }

    public required Guid SnapshotId { get; init; }

    public required DateTime CountedAt { get; init; }

    /// <summary>Offers by month, as far back as the trends go.</summary>
    public IReadOnlyDictionary<int, Counts> Months => rows.Months;

    public FigureLine Total => Of(FigureKind.Total).FirstOrDefault() ?? new FigureLine("", default, default);

    /// <summary>Reads them with four queries at the most; null before the first count.</summary>
    /// <param name="db">The figures.</param>
    /// <param name="places">Names.</param>
    /// <param name="place">Whose.</param>
    /// <param name="year">Year N.</param>
    /// <param name="kinds">What is wanted of the place; of its parent and university only what stands beside it.</param>
    /// <param name="yearsBack">How many years before N <see cref="Months"/> holds: 1 at least.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<FigureSet?> ReadAsync(
        SchoolingDb db, Places places, Place place, StatYear year, FigureKind[] kinds, int yearsBack, CancellationToken cancellation)
    {
        if (await db.FigureStates.AsNoTracking().FirstOrDefaultAsync(s => s.Id == FigureState.Only, cancellation) is not { } state) return null;
        var period = new StatPeriod(year, state.Until);
        var rows = await db.GetService<RecentFigures>().GetAsync(
            state.SnapshotId,
            (place, year, state.Until, string.Join(' ', kinds), yearsBack),
            () => ReadRowsAsync(db, place, period, kinds, yearsBack, cancellation));
        return new FigureSet(rows) { Place = place, Places = places, Period = period, SnapshotId = state.SnapshotId, CountedAt = state.CountedAt };
    }

    /// <summary>The offers of companies by domain, most first.</summary>
    public IReadOnlyList<CompanyDomain> CompanyDomains => rows.CompanyDomains.Domains;

    /// <summary>The domain that a company has most offers in; empty when it has none.</summary>
    public string MainDomainOf(string company) => rows.CompanyDomains.Main.GetValueOrDefault(company, "");

    /// <summary>The figures of the place by one thing, most first.</summary>
    public IEnumerable<FigureLine> Of(FigureKind kind) => rows.Lines[(kind is FigureKind.DomainSought or FigureKind.SkillSought ? Place.UniversityId : Place.Id, kind)];

    /// <summary>The figures of the place's parent by its parts: where the place stands among its like.</summary>
    public IEnumerable<FigureLine> Beside(FigureKind kind) => Place.ParentId is { } parent ? rows.Lines[(parent, kind)] : [];

    /// <summary>All names of a skill.</summary>
    public IEnumerable<string> NamesOf(string key) => rows.Names.TryGetValue(key, out var name) ? [name.French, name.English] : [key];

    /// <summary>A skill or a company in the reader's language.</summary>
    public string NameOf(string key) => rows.Names.TryGetValue(key, out var name) ? name.Shown : key;

    private static async Task<FigureRows> ReadRowsAsync(
        SchoolingDb db, Place place, StatPeriod period, FigureKind[] kinds, int yearsBack, CancellationToken cancellation)
    {
        var ((now, nowLast), (before, beforeLast), part) = (period.Terms, period.TermsBefore, period.PartBefore);
        var (everybody, university) = (Figure.Everybody, place.UniversityId);
        var isUniversity = place.Level is StatLevel.University;
        // Ranges of the key. What is everybody's is the university's, too; of it a component and a programme show the searches alone.
        FigureKind[] sought = [FigureKind.DomainSought, FigureKind.SkillSought];
        var read = Of(place.Id, kinds).Concat(Of(everybody, isUniversity ? [.. kinds, .. sought] : sought));
        if (place.ParentId is { } parent) read = read.Concat(Of(parent, FigureKind.School, FigureKind.SchoolSent));
        var sums = read
            .GroupBy(f => new { ScopeId = f.ScopeId == everybody ? university : f.ScopeId, f.Kind, f.Key })
            .Select(g => new
            {
                g.Key.ScopeId, g.Key.Kind, g.Key.Key,
                Offers = g.Sum(f => f.Period >= now ? f.Offers : 0), Well = g.Sum(f => f.Period >= now ? f.Well : 0),
                Filled = g.Sum(f => f.Period >= now ? f.Filled : 0), Hours = g.Sum(f => f.Period >= now ? f.Hours : 0),
                AllOffers = g.Sum(f => f.Offers), AllWell = g.Sum(f => f.Well), AllFilled = g.Sum(f => f.Filled), AllHours = g.Sum(f => f.Hours),
            });
        var found = await (from sum in sums join name in db.Names.AsNoTracking() on sum.Key equals name.Key into named from name in named.DefaultIfEmpty() select new { Sum = sum, Name = name })
            .ToListAsync(cancellation);
        var lines = found.Select(r => r.Sum)
            .Select(r => (r.ScopeId, r.Kind, Line: new FigureLine(
                r.Key, new Counts(r.Offers, r.Well, r.Filled, r.Hours),
                new Counts(r.AllOffers - r.Offers, r.AllWell - r.Well, r.AllFilled - r.Filled, r.AllHours - r.Hours))))
            .OrderByDescending(l => l.Line.Now.Offers).ThenByDescending(l => l.Line.Before.Offers).ThenBy(l => l.Line.Key, StringComparer.Ordinal)
            .ToLookup(l => (l.ScopeId, l.Kind), l => l.Line);
        var (first, last) = (Tally.MonthOf(period.Year.Back(yearsBack).First), Tally.MonthOf(period.Last));
        var months = await db.Figures.AsNoTracking()
            .Where(f => (f.ScopeId == place.Id || (isUniversity && f.ScopeId == everybody)) && f.Kind == FigureKind.Month && f.Period >= first && f.Period <= last)
            .GroupBy(f => f.Period).Select(g => new { g.Key, Offers = g.Sum(f => f.Offers), Well = g.Sum(f => f.Well), Filled = g.Sum(f => f.Filled) })
            .ToDictionaryAsync(g => g.Key, g => new Counts(g.Offers, g.Well, g.Filled, 0), cancellation);
        var names = found.Select(r => r.Name).OfType<KnownName>().DistinctBy(n => n.Key).ToDictionary(n => n.Key);
        return new FigureRows(
            lines, months, names, kinds.Contains(FigureKind.Company) ? await CompanyDomain.ReadAsync(db, place, period, cancellation) : ([], new Dictionary<string, string>()));

        IQueryable<Figure> Of(Guid scope, params FigureKind[] wanted) =>
            db.Figures.AsNoTracking().Where(f => f.ScopeId == scope && wanted.Contains(f.Kind)
                && ((f.Period >= now && f.Period <= nowLast) || (f.Period >= before && f.Period <= beforeLast) || f.Period == part));
    }
}
