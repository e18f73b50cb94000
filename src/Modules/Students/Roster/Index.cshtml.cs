using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Roster;

internal sealed class IndexModel(StudentsDb db, IProgrammes programmes, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>More programmes than this are named by their code, not chosen from a list.</summary>
    private const int MostChoices = 40;

    /// <summary>Others follow when these are decided.</summary>
    private const int MostWaiting = 10;

    private static readonly Columns<Row> Columns = new Columns<Row>("Name")
        .Add("Name", r => r.Name, r => r.FoldedName)
        .Add("Email", r => r.Email)
        .Add("Programme", r => r.Programme)
        .Add("Year", r => r.Year)
        .Add("OptOut", r => r.OptedOut ? "yes" : "no", r => r.OptedOut);

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    /// <summary>A programme's code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Programme { get; set; }

    public Slice<Row> List { get; private set; } = new();

    /// <summary>Codes to choose from; empty when there are too many, as for those who see every programme.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Students who wait for this manager; the oldest first.</summary>
    public IReadOnlyList<WaitingRow> Waiting { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query.Words) || !string.IsNullOrWhiteSpace(Programme);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var students = db.Roster.AsNoTracking();
        if (user.Role != Roles.Administrator)
        {
            var mine = await programmes.ManagedByAsync(user.Id, cancellation);
            // An array travels as one parameter; a set would be written into the command, which is then made anew for each request.
            var ids = mine.Keys.ToArray();
            students = students.Where(e => ids.Contains(e.ProgrammeId));
            Waiting = await db.WaitingFor(mine).AsNoTracking().OrderBy(s => s.Since).ThenBy(s => s.AccountId).Take(MostWaiting)
                .Select(s => new WaitingRow(s.AccountId, s.Name, s.Email, s.ProgrammeName ?? "", s.Since)).ToListAsync(cancellation);
            if (mine.Count <= MostChoices) Codes = [.. mine.Values.Order(StringComparer.Ordinal)];
        }
        if (!string.IsNullOrWhiteSpace(Programme))
        {
            var code = Programme.Trim().ToUpperInvariant();
            students = students.Where(e => e.ProgrammeCode == code);
        }
        var rows = students.WhereWords(Query.Words).Select(e => new Row
        {
            Id = e.Id,
            Name = e.Name,
            FoldedName = EF.Property<string>(e, SearchColumns.Name),
            Email = e.Email,
            Programme = e.ProgrammeCode,
            Year = e.Year,
            OptedOut = e.OptedOut,
        });
        if (Query.WantsCsv) return await rows.ToCsvAsync(Columns, Query, "roster.csv", text, cancellation);
        List = await rows.ToSliceAsync(Columns, Query, r => r.Id, cancellation);
        return Page();
    }

    internal sealed record WaitingRow(Guid Id, string Name, string Email, string Programme, DateTime Since);

    internal sealed record Row
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public string FoldedName { get; init; } = "";

        public string Email { get; init; } = "";

        public string Programme { get; init; } = "";

        public int Year { get; init; }

        public bool OptedOut { get; init; }
    }
}
