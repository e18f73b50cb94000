using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Direction;

/// <summary>The whole university at one look, and its holes.</summary>
internal sealed class IndexModel(SchoolingDb db, ICurrentUser user, TimeProvider clock) : PageModel
{
    private const int Rows = 2;

    [BindProperty(SupportsGet = true)]
    public StatFilter Filter { get; set; } = new();

    public Places Places { get; private set; } = new();

    public Place? Place { get; private set; }

    public StatYear Year { get; private set; }

    /// <summary>Null before the first count.</summary>
    public Overview? Overview { get; private set; }

    public IReadOnlyList<StatTable> Tables { get; private set; } = [];

    /// <summary>The form above: universities only.</summary>
    public DashboardFrame Frame => DashboardFrame.Of(Places, Place!, Year, clock) with { Around = [.. Places.Open.Where(p => p.Level is StatLevel.University)] };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Places = await Places.LoadAsync(db, user, cancellation);
        Place = Filter.Id is { } id ? Places.Find(id) : Places.Default(StatLevel.University, user);
        Year = Filter.YearOn(clock);
        if (Place is null) return Filter.Id is null ? Page() : NotFound();
        if (Place.Level is not StatLevel.University) return NotFound();
        Overview = await Overview.ReadAsync(db, Places, Place, Year, cancellation);
        // Domains stand in the map; what becomes of offers, one click away.
        Tables = [.. (Overview?.Tables(Rows) ?? []).Where(t => t.Key is not ("domains" or "states"))];
        return Page();
    }

    /// <summary>Where a table stands whole; those of this page alone stand whole here.</summary>
    public string? Whole(StatTable table) => ReadTables.Has(table.Key) ? Address.Table(Place!, Year, table.Key) : null;
}
