using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Statistics;
using static SmartRecruiting.Schooling.Dashboard.Cells;

namespace SmartRecruiting.Schooling.Direction;

/// <summary>Where offers are many and programmes that fit them are few: by domain.</summary>
internal static class UnmetDemand
{
    // A hole is worth a look from so many offers on that no programme fits well.
    private const int FewestOffers = 5;

    // However short the other tables are.
    private const int LeastHoles = 3;
    private const int LeastDomains = 5;

    /// <summary>How many programmes of a university fit offers of a domain well, by domain.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> FittingAsync(SchoolingDb db, FigureSet figures, CancellationToken cancellation)
    {
        var (first, last) = figures.Period.Terms;
        var university = figures.Place.UniversityId;
        var programmes = db.Programmes.Where(p => p.Component.UniversityId == university).Select(p => p.Id);
        return await db.Figures.AsNoTracking()
            .Where(f => f.Kind == FigureKind.Domain && f.Period >= first && f.Period <= last && f.Well > 0 && programmes.Contains(f.ScopeId))
            .GroupBy(f => f.Key).Select(g => new { g.Key, Programmes = g.Select(f => f.ScopeId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Programmes, cancellation);
    }

    /// <summary>Domains with offers that no programme fits well; most such offers first.</summary>
    public static StatTable Holes(FigureSet figures, IReadOnlyDictionary<string, int> fitting, int most)
    {
        var holes = figures.Of(FigureKind.Domain).Select(l => (Line: l, Unmet: l.Now.Offers - l.Now.Well)).Where(h => h.Unmet >= FewestOffers)
            .OrderByDescending(h => h.Unmet).ThenBy(h => h.Line.Key, StringComparer.Ordinal).ToList();
        var rows = holes.Select(h => new StatRow(
            [Of(DomainName.Of(h.Line.Key)), Count(h.Line.Now.Offers), Count(h.Unmet), Count(fitting.GetValueOrDefault(h.Line.Key)), Share(h.Line.Now.Filled, h.Line.Now.Offers)],
            Address.Behind(figures.Place, figures.Period.Year, "unmet", h.Line.Key)));
        var finding = holes is [var first, ..]
            ? Say("FindingUnmet", DomainName.Of(first.Line.Key), Count(first.Unmet).Text, Count(first.Line.Now.Offers).Text)
            : Say("FindingNoUnmet", FewestOffers);
        return new StatTable("unmet", Say("Table_unmet"), finding, Say("Definition_unmet", FewestOffers), StatChart.None,
            [
                new(Say("ColumnDomain"), StatFormat.Text), new(Say("ColumnOffers"), StatFormat.Count), new(Say("ColumnUnmet"), StatFormat.Count),
                new(Say("ColumnFitting"), StatFormat.Count), new(Say("ColumnFilled"), StatFormat.Share),
            ],
            [.. rows.Take(Math.Max(most, LeastHoles))]);
    }

    /// <summary>Domains by how many offers they have and how well those are matched.</summary>
    public static StatTable Map(FigureSet figures, int most)
    {
        var lines = figures.Of(FigureKind.Domain).Where(l => l.Now.Offers > 0).OrderByDescending(l => l.Now.Offers - l.Now.Well).ThenByDescending(l => l.Now.Offers).ThenBy(l => l.Key, StringComparer.Ordinal).ToList();
        var rows = lines.Select(l => new StatRow(
            [Of(DomainName.Of(l.Key)), Count(l.Now.Offers), Share(l.Now.Well, l.Now.Offers), Count(l.Now.Offers - l.Now.Filled)],
            Address.Behind(figures.Place, figures.Period.Year, "domain", l.Key)));
        var worst = lines.Where(l => l.Now.Offers >= FewestOffers).MinBy(l => (double)l.Now.Well / l.Now.Offers);
        var finding = worst is null ? Say("FindingNone") : Say("FindingMap", DomainName.Of(worst.Key), Share(worst.Now.Well, worst.Now.Offers).Text, Count(worst.Now.Offers).Text);
        return new StatTable("unmetmap", Say("Table_unmetmap"), finding, Say("Definition_unmetmap"), StatChart.Bubbles,
            [
                new(Say("ColumnDomain"), StatFormat.Text), new(Say("ColumnOffers"), StatFormat.Count, StatAxis.X), new(Say("ColumnWell"), StatFormat.Share, StatAxis.Y),
                new(Say("ColumnUnfilled"), StatFormat.Count, StatAxis.Size),
            ],
            [.. rows.Take(Math.Max(most, LeastDomains))]);
    }
}
