using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>What a dashboard shows at once.</summary>
internal enum DashboardTab
{
    Trends,
    Skills,
    Companies,
    Offers,
}

/// <summary>The market of a university, a component or a programme, in four looks.</summary>
internal sealed class IndexModel(SchoolingDb db, ICurrentUser user, TimeProvider clock) : PageModel
{
    /// <summary>Rows a table: what one look can take in.</summary>
    private const int Rows = 8;

    [BindProperty(SupportsGet = true)]
    public StatFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "tab")]
    public DashboardTab Tab { get; set; }

    public Places Places { get; private set; } = new();

    public Place? Place { get; private set; }

    public StatYear Year { get; private set; }

    /// <summary>Null before the first count.</summary>
    public FigureSet? Figures { get; private set; }

    public IReadOnlyList<KeyFigure> KeyFigures { get; private set; } = [];

    public IReadOnlyList<StatTable> Tables { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Places = await Places.LoadAsync(db, user, cancellation);
        Place = Filter.Id is { } id ? Places.Find(id) : Places.Default(Filter.Level, user);
        Year = Filter.YearOn(clock);
        if (Place is null) return Filter.Id is null && Filter.Level is null ? Page() : NotFound();
        Figures = await FigureSet.ReadAsync(db, Places, Place, Year, KindsOf(Tab), yearsBack: 1, cancellation);
        if (Figures is null) return Page();
        var tables = new Tables(Figures, Rows);
        KeyFigures = tables.KeyFigures();
        Tables = await MakeAsync(tables, cancellation);
        return Page();
    }

    /// <summary>Every table by its key, for the page that shows one whole.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Tables, StatTable>> Known = new Dictionary<string, Func<Tables, StatTable>>(StringComparer.Ordinal)
    {
        ["skills"] = t => t.Skills(),
        ["domains"] = t => t.Domains(),
        ["components"] = t => t.Schools(),
        ["programmes"] = t => t.Schools(),
        ["rising"] = t => t.Rising(),
        ["falling"] = t => t.Falling(),
        ["skillmap"] = t => t.SkillMap(),
        ["companies"] = t => t.Companies(),
        ["growing"] = t => t.Growing(),
        ["companydomains"] = t => t.CompanyDomains(),
        ["newcompanies"] = t => t.NewCompanies(),
        ["stoppedcompanies"] = t => t.StoppedCompanies(),
        ["months"] = t => t.ByMonth(),
        ["study"] = t => t.YearsOfStudy(),
        ["states"] = t => t.States(),
        ["answers"] = t => t.Answers(),
    };

    /// <summary>What a tab reads.</summary>
    public static FigureKind[] KindsOf(DashboardTab tab) => tab switch
    {
        DashboardTab.Trends => [FigureKind.Total, FigureKind.Skill, FigureKind.Domain, FigureKind.School],
        DashboardTab.Skills => [FigureKind.Total, FigureKind.Skill],
        DashboardTab.Companies => [FigureKind.Total, FigureKind.Company, FigureKind.CompanyDomain],
        _ => [FigureKind.Total, FigureKind.School, FigureKind.SchoolSent, FigureKind.Year, FigureKind.State],
    };

    private async Task<IReadOnlyList<StatTable>> MakeAsync(Tables tables, CancellationToken cancellation) => Tab switch
    {
        DashboardTab.Trends => [tables.Skills(), tables.Domains(), tables.Schools(), tables.Rising(), tables.Falling()],
        DashboardTab.Skills => [tables.SkillMap(), tables.Untaught(await TaughtAsync(db, Place!, cancellation))],
        DashboardTab.Companies => [tables.Companies(), tables.Growing(), tables.CompanyDomains(), tables.NewCompanies(), tables.StoppedCompanies()],
        _ => [tables.ByMonth(), tables.Schools(), tables.YearsOfStudy(), tables.States(), tables.Answers()],
    };

    /// <summary>The skills that the programmes of a place name as taught, folded.</summary>
    public static async Task<IReadOnlySet<string>> TaughtAsync(SchoolingDb db, Place place, CancellationToken cancellation)
    {
        var programmes = db.Programmes.AsNoTracking().Where(p => p.Id == place.Id || p.ComponentId == place.Id || p.Component.UniversityId == place.Id);
        return (await programmes.Select(p => p.Skills).ToListAsync(cancellation)).SelectMany(s => s).Select(Fold.Text).ToHashSet(StringComparer.Ordinal);
    }
}
