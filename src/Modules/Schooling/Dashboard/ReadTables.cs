using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>Which tables there are, and what each reads.</summary>
internal static class ReadTables
{
    private static readonly FigureKind[] OfTrends = [FigureKind.Total, FigureKind.Skill, FigureKind.Domain, FigureKind.School];
    private static readonly FigureKind[] OfSkills = [FigureKind.Total, FigureKind.Skill];
    private static readonly FigureKind[] OfCompanies = [FigureKind.Total, FigureKind.Company];
    private static readonly FigureKind[] OfOffers = [FigureKind.Total, FigureKind.School, FigureKind.SchoolSent, FigureKind.Year, FigureKind.State];

    // Needs what programmes teach beside the figures.
    private const string Untaught = "untaught";

    private static readonly Dictionary<string, (FigureKind[] Kinds, Func<Tables, StatTable> Make)> Known = new(StringComparer.Ordinal)
    {
        ["skills"] = (OfTrends, t => t.Skills()),
        ["domains"] = (OfTrends, t => t.Domains()),
        ["components"] = (OfTrends, t => t.Schools()),
        ["programmes"] = (OfTrends, t => t.Schools()),
        ["rising"] = (OfTrends, t => t.Rising()),
        ["falling"] = (OfTrends, t => t.Falling()),
        ["skillmap"] = (OfSkills, t => t.SkillMap()),
        ["companies"] = (OfCompanies, t => t.Companies()),
        ["growing"] = (OfCompanies, t => t.Growing()),
        ["companydomains"] = (OfCompanies, t => t.CompanyDomains()),
        ["newcompanies"] = (OfCompanies, t => t.NewCompanies()),
        ["stoppedcompanies"] = (OfCompanies, t => t.StoppedCompanies()),
        ["months"] = (OfOffers, t => t.ByMonth()),
        ["study"] = (OfOffers, t => t.YearsOfStudy()),
        ["states"] = (OfOffers, t => t.States()),
        ["answers"] = (OfOffers, t => t.Answers()),
    };

    /// <summary>Whether there is a table of this name.</summary>
    public static bool Has(string key) => key == Untaught || Known.ContainsKey(key);

    /// <summary>What a tab reads.</summary>
    public static FigureKind[] KindsOf(DashboardTab tab) => tab switch
    {
        DashboardTab.Trends => OfTrends,
        DashboardTab.Skills => OfSkills,
        DashboardTab.Companies => OfCompanies,
        _ => OfOffers,
    };

    /// <summary>The tables of a tab.</summary>
    public static async Task<IReadOnlyList<StatTable>> OfTabAsync(SchoolingDb db, DashboardTab tab, Place place, Tables tables, CancellationToken cancellation) => tab switch
    {
        DashboardTab.Trends => [tables.Skills(), tables.Domains(), tables.Schools(), tables.Rising(), tables.Falling()],
        DashboardTab.Skills => [tables.SkillMap(), tables.Untaught(await TaughtAsync(db, place, cancellation))],
        DashboardTab.Companies => [tables.Companies(), tables.Growing(), tables.CompanyDomains(), tables.NewCompanies(), tables.StoppedCompanies()],
        _ => [tables.ByMonth(), tables.Schools(), tables.YearsOfStudy(), tables.States(), tables.Answers()],
    };

    /// <summary>One table by its key; null when there is none of that name, and before the first count.</summary>
    public static async Task<(FigureSet Figures, StatTable Table)?> ReadAsync(
        SchoolingDb db, Places places, Place place, StatYear year, string key, int most, CancellationToken cancellation)
    {
        if (!Has(key)) return null;
        var kinds = key == Untaught ? OfSkills : Known[key].Kinds;
        if (await FigureSet.ReadAsync(db, places, place, year, kinds, yearsBack: 1, cancellation) is not { } figures) return null;
        var tables = new Tables(figures, most);
        return (figures, key == Untaught ? tables.Untaught(await TaughtAsync(db, place, cancellation)) : Known[key].Make(tables));
    }

    // The skills that the programmes of a place name as taught, folded.
    private static async Task<IReadOnlySet<string>> TaughtAsync(SchoolingDb db, Place place, CancellationToken cancellation)
    {
        var programmes = db.Programmes.AsNoTracking().Where(p => p.Id == place.Id || p.ComponentId == place.Id || p.Component.UniversityId == place.Id);
        return (await programmes.Select(p => p.Skills).ToListAsync(cancellation)).SelectMany(s => s).Select(Fold.Text).ToHashSet(StringComparer.Ordinal);
    }
}
