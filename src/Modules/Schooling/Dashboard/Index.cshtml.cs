using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SmartRecruiting.Schooling.Data;

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
    // Rows a table: what one look can take in, and a page can carry and stay light.
    private int Rows => Tab switch
    {
        DashboardTab.Skills => 14,
        DashboardTab.Offers => 2,
        DashboardTab.Trends => 4,
        _ => 5,
    };

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
        Figures = await FigureSet.ReadAsync(db, Places, Place, Year, ReadTables.KindsOf(Tab), yearsBack: 1, cancellation);
        if (Figures is null) return Page();
        var tables = new Tables(Figures, Rows);
        KeyFigures = tables.KeyFigures();
        Tables = await ReadTables.OfTabAsync(db, Tab, Place, tables, cancellation);
        return Page();
    }
}
