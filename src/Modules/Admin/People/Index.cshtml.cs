using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;

namespace SmartRecruiting.Admin.People;

/// <summary>All accounts.</summary>
internal sealed class IndexModel(AdminDb db, IStringLocalizer<Text> text) : PageModel
{
    private static readonly Columns<Row> ListColumns = new Columns<Row>("Name")
        .Add("Name", r => r.Name, r => r.Sought)
        .Add("Email", r => r.Email)
        .Add("Role", r => Text.Get("Role" + r.Role), r => r.Role)
        .Add("AccountState", r => Text.Get("Account" + r.Status), r => r.Status)
        .Add("MemberSince", r => r.CreatedAt);

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    public Slice<Row> List { get; private set; } = new();

    public IReadOnlyList<SelectListItem> RoleChoices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> States { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = Rows();
        if (Query.WantsCsv) return await rows.ToCsvAsync(ListColumns, Query, "accounts.csv", text, cancellation);
        List = await rows.ToSliceAsync(ListColumns, Query, r => r.Id, cancellation);
        RoleChoices = [new SelectListItem(text["AllRoles"], ""), .. Roles.All.Select(r => new SelectListItem(text["Role" + r], r, r == Role))];
        States = [new SelectListItem(text["AllStates"], ""), .. Enum.GetNames<AccountStatus>().Select(s => new SelectListItem(text["Account" + s], s, s == State))];
        return Page();
    }

    private IQueryable<Row> Rows()
    {
        var accounts = db.Accounts.AsNoTracking().WhereWords(Query.Words);
        if (Role is { Length: > 0 }) accounts = accounts.Where(a => a.Role == Role);
        if (Enum.TryParse<AccountStatus>(State, out var state)) accounts = accounts.Where(a => a.Status == state);
        return accounts.Select(a => new Row
        {
            Id = a.Id,
            Name = a.Name,
            Sought = EF.Property<string>(a, SearchColumns.Name),
            Email = a.Email!,
            Role = a.Role,
            Status = a.Status,
            CreatedAt = a.CreatedAt,
        });
    }

    internal sealed record Row
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public string Sought { get; init; } = "";

        public string Email { get; init; } = "";

        public string Role { get; init; } = "";

        public AccountStatus Status { get; init; }

        public DateTime CreatedAt { get; init; }
    }
}
