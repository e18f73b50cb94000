using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Catalogue;

/// <summary>The catalogue, for those who keep it. Its file has the columns that the import reads, so that it can be mended and brought back.</summary>
internal sealed class IndexModel(SchoolingDb db, ICurrentUser user) : PageModel
{
    private static readonly Columns<Row> ListColumns = new Columns<Row>("Name")
        .Add("Name", r => r.Name, r => r.Sought)
        .Add("Code", r => r.Code)
        .Add("Component", r => r.Component, r => r.ComponentSought)
        .Add("Level", r => r.Level)
        .Add("Responsible", r => r.Responsible);

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "mine")]
    public bool Mine { get; set; }

    public Slice<Row> List { get; private set; } = new();

    public bool KeepsAll => user.Role == Roles.Administrator;

    /// <summary>Whoever leads a university says who works for what.</summary>
    public bool Leads => user.Role is Roles.Director or Roles.Administrator;

    public bool IsFiltered => Query.Words is { Length: > 0 } || Mine;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var programmes = (Mine ? db.ManagedBy(user.Id) : db.Programmes).AsNoTracking().WithWords(Query.Words);
        if (Query.WantsCsv) return await FileAsync(programmes, cancellation);
        var (everything, mine) = (KeepsAll, db.MandatesOf(user.Id));
        var rows = programmes.Select(p => new Row
        {
            Id = p.Id,
            Name = p.Name,
            Sought = EF.Property<string>(p, SearchColumns.Name),
            Code = p.Code,
            Slug = p.Slug,
            Component = p.Component.Name,
            ComponentSought = EF.Property<string>(p.Component, SearchColumns.Name),
            Level = p.Level,
            Responsible = p.Responsible,
            // Asked of each row shown.
            CanEdit = everything || mine.Any(m => m.ComponentId == p.ComponentId || m.ProgrammeId == p.Id || m.UniversityId == p.Component.UniversityId),
        });
        List = await rows.ToSliceAsync(ListColumns, Query, r => r.Id, cancellation);
        return Page();
    }

    private static async Task<FileContentResult> FileAsync(IQueryable<Programme> programmes, CancellationToken cancellation)
    {
        var found = await programmes.Include(p => p.Component.University).ByName().ToListAsync(cancellation);
        await using var file = new StringWriter(CultureInfo.InvariantCulture);
        await CatalogueFile.WriteAsync(file, found, cancellation);
        // The mark at the start has spreadsheets read the accents right.
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())];
        return new FileContentResult(bytes, "text/csv; charset=utf-8") { FileDownloadName = "programmes.csv" };
    }

    internal sealed record Row
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public string Sought { get; init; } = "";

        public string Code { get; init; } = "";

        public string Slug { get; init; } = "";

        public string Component { get; init; } = "";

        public string ComponentSought { get; init; } = "";

        public string Level { get; init; } = "";

        public string? Responsible { get; init; }

        public bool CanEdit { get; init; }
    }
}
