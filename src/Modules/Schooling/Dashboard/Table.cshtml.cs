using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Reports;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>One table with all its rows, and its files.</summary>
internal sealed class TableModel(SchoolingDb db, ICurrentUser user, TimeProvider clock) : PageModel
{
    // The files have as many rows as a spreadsheet can bear, a page as many as it can carry and stay light.
    private const int Most = 100_000;
    private const int OnPage = 25;

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

    /// <summary>The page's part of the table.</summary>
    public StatTable Table { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    public Slice<StatRow> List { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Places = await Places.LoadAsync(db, user, cancellation);
        if ((Filter.Id is { } id ? Places.Find(id) : Places.Default(Filter.Level, user)) is not { } place) return NotFound();
        (Place, Year) = (place, Filter.YearOn(clock));
        if (await ReadTables.ReadAsync(db, Places, place, Year, Key, Most, cancellation) is not var (figures, table)) return NotFound();
        var page = Math.Clamp(Query.Page, 1, Math.Max(1, (table.Rows.Count + OnPage - 1) / OnPage));
        List = new Slice<StatRow>([.. table.Rows.Skip((page - 1) * OnPage).Take(OnPage)], table.Rows.Count, page, OnPage, "");
        (Figures, Table) = (figures, table with { Rows = List.Rows });
        return Format switch
        {
            "csv" => await TableFiles.CsvAsync(StatHeaders.Of(figures), table, cancellation),
            "xlsx" => await TableFiles.XlsxAsync(StatHeaders.Of(figures), table, cancellation),
            _ => Page(),
        };
    }
}
