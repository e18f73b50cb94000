using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Reports;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>One table with all its rows, and its files.</summary>
internal sealed class TableModel(SchoolingDb db, ICurrentUser user, TimeProvider clock) : PageModel
{
    // More rows than this nobody reads on a page; the files have as many as a spreadsheet can bear.
    private const int OnPage = 200;
    private const int InFile = 100_000;

    [BindProperty(SupportsGet = true)]
    public StatFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "table")]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "format")]
    public string? Format { get; set; }

    public Places Places { get; private set; } = new();

    public Place Place { get; private set; } = null!;

    public StatYear Year { get; private set; }

    public FigureSet Figures { get; private set; } = null!;

    public StatTable Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Places = await Places.LoadAsync(db, user, cancellation);
        if ((Filter.Id is { } id ? Places.Find(id) : Places.Default(Filter.Level, user)) is not { } place) return NotFound();
        (Place, Year) = (place, Filter.YearOn(clock));
        if (await ReadTables.ReadAsync(db, Places, place, Year, Key, Format is null ? OnPage : InFile, cancellation) is not var (figures, table)) return NotFound();
        (Figures, Table) = (figures, table);
        return Format switch
        {
            "csv" => await TableFiles.CsvAsync(StatHeaders.Of(figures), table, cancellation),
            "xlsx" => await TableFiles.XlsxAsync(StatHeaders.Of(figures), table, cancellation),
            _ => Page(),
        };
    }
}
