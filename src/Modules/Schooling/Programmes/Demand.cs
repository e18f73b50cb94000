using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Programmes;

/// <summary>
/// The live demand, from the rolled figures: offers by month, so exactly of the last twelve; skills by term, so of the terms that these
/// months touch. One question to the database, however many programmes.
/// </summary>
internal sealed class Demand(SchoolingDb db, TimeProvider clock) : IProgrammeDemand
{
    private const int Months = 12;
    private const int MostSkills = 4;

    public async Task<IReadOnlyDictionary<Guid, ProgrammeDemand>> OfAsync(IReadOnlyCollection<Guid> programmes, CancellationToken cancellation)
    {
        if (programmes.Count == 0) return new Dictionary<Guid, ProgrammeDemand>();
        var ids = programmes.ToArray();
        var first = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddMonths(1 - Months);
        var (month, term) = (Tally.MonthOf(first), Tally.TermOf(first));
        var figures = await (
            from figure in db.Figures.AsNoTracking()
            where ids.Contains(figure.ScopeId)
                && ((figure.Kind == FigureKind.Month && figure.Period >= month) || (figure.Kind == FigureKind.Skill && figure.Period >= term))
            join name in db.Names on figure.Key equals name.Key into names
            from name in names.DefaultIfEmpty()
            group figure.Offers by new { figure.ScopeId, figure.Kind, figure.Key, name.French, name.English } into g
            select new { g.Key.ScopeId, g.Key.Kind, g.Key.Key, g.Key.French, g.Key.English, Offers = g.Sum() }).ToListAsync(cancellation);
        var isEnglish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        return figures.GroupBy(f => f.ScopeId)
            .Select(of => (of.Key, Demand: new ProgrammeDemand(
                of.Where(f => f.Kind is FigureKind.Month).Sum(f => f.Offers),
                [
                    .. of.Where(f => f.Kind is FigureKind.Skill && f.Offers > 0 && f.French is not null).OrderByDescending(f => f.Offers).ThenBy(f => f.Key, StringComparer.Ordinal)
                        .Take(MostSkills).Select(f => isEnglish ? f.English : f.French),
                ])))
            .Where(of => of.Demand.Offers > 0).ToDictionary(of => of.Key, of => of.Demand);
    }
}
