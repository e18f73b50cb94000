using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>Everybody who waits for a decision, the longest first.</summary>
internal sealed class IndexModel(AdminDb db, DecideApproval decide, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>In place of a state.</summary>
    private const string All = "All";

    private static readonly Columns<Row> ListColumns = new Columns<Row>("OpenedAt")
        .Add("Asks", r => r.Asks, r => r.AsksSought)
        .Add("Siret", r => r.Siret)
        .Add("Kind", r => Text.Get("Kind" + r.Kind), r => r.Kind)
        .Add("Name", r => r.Name, r => r.Sought)
        .Add("Email", r => r.Email)
        .Add("OpenedAt", r => r.OpenedAt)
        .Add("State", r => Text.Get("State" + r.State), r => r.State);

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    /// <summary>Versions of the requests ticked: what was seen is what is decided.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    public Slice<Row> List { get; private set; } = new();

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> States { get; private set; } = [];

    public bool IsFiltered => Query.Words is { Length: > 0 } || Kind is { Length: > 0 } || State is { Length: > 0 };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = Rows();
        if (Query.WantsCsv) return await rows.ToCsvAsync(ListColumns, Query, "approvals.csv", text, cancellation);
        List = await rows.ToSliceAsync(ListColumns, Query, r => r.Id, cancellation);
        Kinds = [new SelectListItem(text["AllKinds"], ""), .. Enum.GetNames<ApprovalKind>().Select(k => new SelectListItem(text["Kind" + k], k, k == Kind))];
        States =
        [
            .. Enum.GetNames<ApprovalState>().Select(s => new SelectListItem(text["State" + s], s == nameof(ApprovalState.Open) ? "" : s, s == State)),
            new SelectListItem(text["AllStates"], All, State == All),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var done = 0;
        var waiting = await db.Approvals.AsNoTracking()
            .Where(a => Chosen.Contains(a.Version) && (a.State == ApprovalState.Open || a.State == ApprovalState.InfoAsked))
            .Select(a => a.Version).ToListAsync(cancellation);
        foreach (var seen in waiting)
        {
            if (await decide.RunAsync(seen, Decision.Approve, null, "", cancellation) is DecisionOutcome.Done) done++;
        }
        var left = Chosen.Count - done;
        this.Say(Chosen.Count == 0 ? text["BulkNothing"] : left == 0 ? text["BulkApproved", done] : text["BulkApprovedSome", done, left]);
        return RedirectToPage("Index", new { q = Query.Words, sort = Query.Sort, kind = Kind, state = State });
    }

    private IQueryable<Row> Rows()
    {
        var pairs =
            from approval in db.Approvals.AsNoTracking()
            join account in db.Accounts on approval.AccountId equals account.Id
            where account.Status != AccountStatus.Erased
            select new { approval, account };
        foreach (var word in Fold.Words(Query.Words))
        {
            pairs = pairs.Where(p => EF.Property<string>(p.approval, SearchColumns.Name).Contains(word) || EF.Property<string>(p.account, SearchColumns.Name).Contains(word));
        }
        if (Enum.TryParse<ApprovalKind>(Kind, out var kind)) pairs = pairs.Where(p => p.approval.Kind == kind);
        if (State != All)
        {
            var state = Enum.TryParse<ApprovalState>(State, out var wanted) ? wanted : ApprovalState.Open;
            pairs = pairs.Where(p => p.approval.State == state);
        }
        return pairs.Select(p => new Row
        {
            Id = p.approval.Id,
            Version = p.approval.Version,
            Asks = p.approval.Asks,
            AsksSought = EF.Property<string>(p.approval, SearchColumns.Name),
            Siret = p.approval.Siret,
            Kind = p.approval.Kind,
            Name = p.account.Name,
            Sought = EF.Property<string>(p.account, SearchColumns.Name),
            Email = p.account.Email!,
            OpenedAt = p.approval.OpenedAt,
            State = p.approval.State,
            CanChoose = (p.approval.State == ApprovalState.Open || p.approval.State == ApprovalState.InfoAsked) && p.approval.AccountId != user.Id,
        });
    }

    internal sealed record Row
    {
        public Guid Id { get; init; }

        public Guid Version { get; init; }

        public string Asks { get; init; } = "";

        public string AsksSought { get; init; } = "";

        public string? Siret { get; init; }

        public ApprovalKind Kind { get; init; }

        public string Name { get; init; } = "";

        public string Sought { get; init; } = "";

        public string Email { get; init; } = "";

        public DateTime OpenedAt { get; init; }

        public ApprovalState State { get; init; }

        public bool CanChoose { get; init; }
    }
}
