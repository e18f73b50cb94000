using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;

namespace SmartRecruiting.Admin.Audit;

/// <summary>Who did what, to what, when and from where.</summary>
internal sealed class IndexModel(AdminDb db, IStringLocalizer<Text> text) : PageModel
{
    private static readonly Columns<Row> ListColumns = new Columns<Row>("-AuditAt")
        .Add("AuditLine", r => r.Sequence)
        .Add("AuditAt", r => r.At, r => r.Sequence)
        .Add("AuditActor", r => r.ActorName ?? "")
        .Add("Role", r => r.ActorRole)
        .Add("AuditAddress", r => r.Address)
        .Add("AuditAction", r => r.Action)
        .Add("AuditSubject", r => r.Subject)
        .Add("AuditSubjectId", r => r.SubjectId)
        .Add("AuditWords", r => r.Words)
        .Add("AuditActorId", r => r.ActorId)
        .Add("AuditHash", r => r.Hash);

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "act")]
    public string? Action { get; set; }

    [BindProperty(SupportsGet = true, Name = "subject")]
    public string? Subject { get; set; }

    /// <summary>An e-mail address or an account's id.</summary>
    [BindProperty(SupportsGet = true, Name = "actor")]
    public string? Actor { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    /// <summary>The last day, itself within.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public DateOnly? To { get; set; }

    public Slice<Row> List { get; private set; } = new();

    public IReadOnlyList<SelectListItem> Actions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = await RowsAsync(cancellation);
        if (Query.WantsCsv) return await rows.ToCsvAsync(ListColumns, Query, "audit.csv", text, cancellation);
        List = await rows.ToSliceAsync(ListColumns, Query, r => r.Sequence, cancellation);
        Actions = Choices(text["AuditAllActions"], await db.AuditRecords.Select(r => r.Action).Distinct().OrderBy(a => a).ToListAsync(cancellation), Action);
        Subjects = Choices(text["AuditAllSubjects"], await db.AuditRecords.Select(r => r.Subject).Distinct().OrderBy(s => s).ToListAsync(cancellation), Subject);
        return Page();
    }

    private async Task<IQueryable<Row>> RowsAsync(CancellationToken cancellation)
    {
        var records = db.AuditRecords.AsNoTracking().WhereWords(Query.Words);
        if (Action is { Length: > 0 }) records = records.Where(r => r.Action == Action);
        if (Subject is { Length: > 0 }) records = records.Where(r => r.Subject == Subject);
        if (Actor?.Trim() is { Length: > 0 } wanted)
        {
            var sought = wanted.ToUpperInvariant();
            var actor = Guid.TryParse(wanted, out var id)
                ? id
                : await db.Accounts.Where(a => a.NormalizedEmail == sought).Select(a => a.Id).FirstOrDefaultAsync(cancellation);
            records = records.Where(r => r.ActorId == actor);
        }
        if (From?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is { } from) records = records.Where(r => r.At >= from);
        if (To is { } day && day < DateOnly.MaxValue)
        {
            var end = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            records = records.Where(r => r.At < end);
        }
        return records.Select(r => new Row
        {
            Sequence = r.Sequence,
            At = r.At,
            ActorId = r.ActorId,
            ActorName = db.Accounts.Where(a => a.Id == r.ActorId).Select(a => a.Name).FirstOrDefault(),
            ActorRole = r.ActorRole,
            Address = r.Address,
            Action = r.Action,
            Subject = r.Subject,
            SubjectId = r.SubjectId,
            Words = r.Words,
            Hash = r.Hash,
        });
    }

    private static IReadOnlyList<SelectListItem> Choices(string all, List<string> values, string? chosen) =>
        [new SelectListItem(all, ""), .. values.Select(v => new SelectListItem(v, v, v == chosen))];

    internal sealed record Row
    {
        public long Sequence { get; init; }

        public DateTime At { get; init; }

        public Guid? ActorId { get; init; }

        public string? ActorName { get; init; }

        public string ActorRole { get; init; } = "";

        public string Address { get; init; } = "";

        public string Action { get; init; } = "";

        public string Subject { get; init; } = "";

        public Guid? SubjectId { get; init; }

        public string Words { get; init; } = "";

        public string Hash { get; init; } = "";
    }
}
