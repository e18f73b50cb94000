using Microsoft.EntityFrameworkCore;
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
    private readonly ILookup<(Guid Scope, FigureKind Kind), FigureLine> lines;
    private readonly IReadOnlyDictionary<string, KnownName> names;

    private FigureSet(ILookup<(Guid, FigureKind), FigureLine> lines, IReadOnlyDictionary<string, KnownName> names) => (this.lines, this.names) = (lines, names);

    public required Place Place { get; init; }

    public required Places Places { get; init; }

    public required StatPeriod Period { get; init; }

    public required Guid SnapshotId { get; init; }

    public required DateTime CountedAt { get; init; }

    /// <summary>Offers by month, as far back as the trends go.</summary>
    public required IReadOnlyDictionary<int, Counts> Months { get; init; }

    public FigureLine Total => Of(FigureKind.Total).FirstOrDefault() ?? new FigureLine("", default, default);

    /// <summary>Reads them with four queries; null before the first count.</summary>
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
        var (now, before) = (period.Now, period.Before);
        // Three ranges of the key, not one condition with OR, which the database answers by reading everything.
        var rows = await Of(place.Id, kinds)
            .Concat(Of(place.ParentId ?? Guid.Empty, FigureKind.School, FigureKind.SchoolSent))
            .Concat(Of(place.UniversityId, FigureKind.DomainSought, FigureKind.SkillSought))
            .ToListAsync(cancellation);
        var lines = rows.GroupBy(r => (r.ScopeId, r.Kind, r.Key)).Select(g => (g.Key.ScopeId, g.Key.Kind, Line: new FigureLine(
            g.Key.Key, CountsOf(g.FirstOrDefault(r => r.Period == now)), CountsOf(g.FirstOrDefault(r => r.Period == before)))));
        var (first, last) = (Tally.MonthOf(year.Back(yearsBack).First), Tally.MonthOf(period.Last));
        var months = await db.Figures.AsNoTracking()
            .Where(f => f.ScopeId == place.Id && f.Kind == FigureKind.Total && f.Key == "" && f.Period >= first && f.Period <= last)
            .ToDictionaryAsync(f => f.Period, CountsOf, cancellation);
        var keys = rows.Where(r => r.Kind is FigureKind.Skill or FigureKind.Company or FigureKind.SkillSought).Select(r => r.Key).Distinct().ToArray();
        var names = await db.Names.AsNoTracking().Where(n => keys.Contains(n.Key)).ToDictionaryAsync(n => n.Key, cancellation);
        return new FigureSet(lines.ToLookup(l => (l.ScopeId, l.Kind), l => l.Line), names)
        {
            Place = place, Places = places, Period = period, SnapshotId = state.SnapshotId, CountedAt = state.CountedAt, Months = months,
        };

        IQueryable<Figure> Of(Guid scope, params FigureKind[] wanted) =>
            db.Figures.AsNoTracking().Where(f => f.ScopeId == scope && wanted.Contains(f.Kind) && (f.Period == now || f.Period == before));
    }

    /// <summary>The figures of the place by one thing, in no order.</summary>
    public IEnumerable<FigureLine> Of(FigureKind kind) => lines[(kind is FigureKind.DomainSought or FigureKind.SkillSought ? Place.UniversityId : Place.Id, kind)];

    /// <summary>The figures of the place's parent by its parts: where the place stands among its like.</summary>
    public IEnumerable<FigureLine> Beside(FigureKind kind) => Place.ParentId is { } parent ? lines[(parent, kind)] : [];

    /// <summary>All names of a skill.</summary>
    public IEnumerable<string> NamesOf(string key) => names.TryGetValue(key, out var name) ? [name.French, name.English] : [key];

    /// <summary>A skill or a company in the reader's language.</summary>
    public string NameOf(string key) => !names.TryGetValue(key, out var name)
        ? key
        : System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? name.French : name.English;

    private static Counts CountsOf(Figure? figure) => figure is null ? default : new Counts(figure.Offers, figure.Well, figure.Filled, figure.Hours);
}
