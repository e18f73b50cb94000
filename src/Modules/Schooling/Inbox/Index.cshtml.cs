using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>What recruiters sent to the programmes of this manager.</summary>
internal sealed class IndexModel(SchoolingDb db, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>In place of a state: the offer was closed before anybody decided.</summary>
    private const string OfferClosed = "Closed";

    private static readonly Columns<Row> ListColumns = new Columns<Row>("-SentAt")
        .Add("Title", r => r.Title, r => r.Sought)
        .Add("Company", r => r.Company)
        .Add("Programme", r => r.Programme, r => r.ProgrammeSought)
        .Add("SentAt", r => r.SentAt)
        .Add("Match", r => Text.Get("Strength" + r.Strength), r => r.Weight)
        .Add("State", r => Text.Get(r.Label), r => r.State);

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? Programme { get; set; }

    public Slice<Row> List { get; private set; } = new();

    public IReadOnlyList<SelectListItem> States { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    /// <summary>The list is empty because of what was asked, not because nothing came yet.</summary>
    public bool IsFiltered => Query.Words is { Length: > 0 } || State is { Length: > 0 } || Programme is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var programmes = await db.ManagedBy(user.Id).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        Guid[] managed = [.. programmes.Select(p => p.Id)];
        var asked = await db.InboxOf(user.Id).Where(i => i.OthersAskedAt != null && !managed.Contains(i.ProgrammeId)).Select(i => i.Id).ToArrayAsync(cancellation);
        var rows = Rows(managed, asked);
        if (Query.WantsCsv) return await rows.ToCsvAsync(ListColumns, Query, "transmissions.csv", text, cancellation);
        List = await rows.ToSliceAsync(ListColumns, Query, r => r.Id, cancellation);
        States =
        [
            new SelectListItem(text["AllStates"], ""),
            .. Enum.GetNames<InboxState>().Append(OfferClosed).Select(s => new SelectListItem(text["State" + s], s, s == State)),
        ];
        Programmes =
        [
            new SelectListItem(text["AllProgrammes"], ""),
            .. programmes.OrderBy(p => p.Name, StringComparer.CurrentCulture)
                .Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == Programme)),
        ];
        return Page();
    }

    /// <param name="managed">Programmes.</param>
    /// <param name="asked">Transmissions to other programmes, to answer in the place of colleagues; mostly none, and then nothing slows the list down.</param>
    private IQueryable<Row> Rows(Guid[] managed, Guid[] asked)
    {
        var mine = asked.Length == 0 ? db.Inbox.Where(i => managed.Contains(i.ProgrammeId)) : db.Inbox.Where(i => managed.Contains(i.ProgrammeId) || asked.Contains(i.Id));
        var items = mine.AsNoTracking().WhereWords(Query.Words);
        if (Programme is { } programme) items = items.Where(i => i.ProgrammeId == programme);
        // Looked up by a subquery, not joined: what only counts the rows then leaves it out.
        var rows =
            from item in items
            select new Row
            {
                Id = item.Id,
                Title = item.Title,
                Sought = EF.Property<string>(item, SearchColumns.Name),
                Company = item.Company,
                Programme = item.Programme.Name,
                ProgrammeSought = EF.Property<string>(item.Programme, SearchColumns.Name),
                SentAt = item.SentAt,
                Strength = item.Strength,
                Weight = item.Strength == Strength.Strong ? 3 : item.Strength == Strength.Good ? 2 : item.Strength == Strength.Weak ? 1 : 0,
                State = item.State,
                Closed = db.Offers.Where(o => o.OfferId == item.OfferId).Select(o => o.Closed).FirstOrDefault(),
            };
        if (State == OfferClosed) return rows.Where(r => r.Closed != null && (r.State == InboxState.New || r.State == InboxState.Read));
        return Enum.TryParse<InboxState>(State, out var wanted) && Enum.IsDefined(wanted) ? rows.Where(r => r.State == wanted) : rows;
    }

    internal sealed record Row
    {
        public Guid Id { get; init; }

        public string Title { get; init; } = "";

        public string Sought { get; init; } = "";

        public string Company { get; init; } = "";

        public string Programme { get; init; } = "";

        public string ProgrammeSought { get; init; } = "";

        public DateTime SentAt { get; init; }

        public Strength Strength { get; init; }

        public int Weight { get; init; }

        public InboxState State { get; init; }

        public CloseReason? Closed { get; init; }

        /// <summary>A closed offer matters more than whether it was read.</summary>
        public string Label => Closed is { } reason && State is (InboxState.New or InboxState.Read) ? "Offer" + reason : "State" + State;
    }
}
