using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Staff;

/// <summary>Who works for what; where an active account is given more. Directors see and give what is their university's.</summary>
internal sealed class ManagersModel(SchoolingDb db, KeepStaff staff, IAudit audit, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    private static readonly Columns<Row> ListColumns = new Columns<Row>("Name")
        .Add("Name", r => r.Name, r => r.Sought)
        .Add("Email", r => r.Email)
        .Add("StaffRole", r => Text.Get("Role" + r.Role), r => r.Role)
        .Add("StaffPlace", r => r.Place)
        .Add("State", r => Text.Get("Staff" + r.State), r => r.State);

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    [BindProperty]
    public Form Input { get; set; } = new();

    public Slice<Row> List { get; private set; } = new();

    /// <summary>What can be given: components, and universities by administrators.</summary>
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Query.WantsCsv) return await Rows().ToCsvAsync(ListColumns, Query, "managers.csv", text, cancellation);
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var email = (Input.Email ?? "").Trim().ToLowerInvariant();
        var member = await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.Email == email && s.State == StaffState.Active, cancellation);
        if (email.Length > 0 && member is null) ModelState.AddModelError("Input.Email", text["StaffUnknown", email]);
        var places = await ChosenAsync(member, cancellation);
        if (!ModelState.IsValid || member is null) return Page();
        await staff.RunAsync(() => member, _ => { }, places, cancellation);
        foreach (var (level, place) in places) await audit.WriteAsync(new AuditEntry("mandate.given", "account", member.AccountId, $"{level} {place}"), cancellation);
        this.Say(text["StaffGiven", member.Name]);
        return RedirectToPage();
    }

    // What was chosen and can be given to this person; what is wrong with it stands beside its field.
    private async Task<List<(StatLevel Level, Guid Id)>> ChosenAsync(StaffMember? member, CancellationToken cancellation)
    {
        var places = new List<(StatLevel Level, Guid Id)>();
        var directs = member?.Role == Roles.Director;
        if (Input.Place is { } place)
        {
            if (await db.UniversitiesOf(user).AnyAsync(u => u.Id == place, cancellation) && user.Role == Roles.Administrator) places.Add((StatLevel.University, place));
            else if (await db.ComponentsOf(user).AnyAsync(c => c.Id == place, cancellation)) places.Add((StatLevel.Component, place));
            else ModelState.AddModelError("Input.Place", text["StaffPlaceWrong"]);
            if (member is not null && places is [var (level, _)] && level is StatLevel.University != directs)
            {
                ModelState.AddModelError("Input.Place", text[directs ? "StaffDirects" : "StaffManages", member.Name]);
            }
        }
        foreach (var typed in (Input.Programmes ?? "").Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var code = ProgrammeSheet.ReadCode(typed);
            if (await db.EditableBy(user).Where(p => p.Code == code).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellation) is { } id) places.Add((StatLevel.Programme, id));
            else ModelState.AddModelError("Input.Programmes", text["StaffProgrammeUnknown", typed]);
        }
        if (directs && places.Exists(p => p.Level is StatLevel.Programme)) ModelState.AddModelError("Input.Programmes", text["StaffDirects", member!.Name]);
        if (Input.Place is null && string.IsNullOrWhiteSpace(Input.Programmes)) ModelState.AddModelError("Input.Place", text["StaffPlaceMissing"]);
        return places;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        List = await Rows().ToSliceAsync(ListColumns, Query, r => r.Id, cancellation);
        var components = await db.ComponentsOf(user).Select(c => new { c.Id, c.Name, c.UniversityId, University = c.University.Name }).ToListAsync(cancellation);
        var whole = new SelectListGroup { Name = text["LevelUniversity"] };
        var universities = user.Role == Roles.Administrator ? components.DistinctBy(c => c.UniversityId).Select(c => new SelectListItem(c.University, c.UniversityId.ToString()) { Group = whole }) : [];
        var groups = components.Select(c => c.University).Distinct().ToDictionary(name => name, name => new SelectListGroup { Name = $"{text["LevelComponent"].Value} – {name}" });
        Places =
        [
            new SelectListItem(text["StaffNoPlace"], ""),
            .. universities.OrderBy(u => u.Text, StringComparer.CurrentCultureIgnoreCase),
            .. components.OrderBy(c => c.University, StringComparer.CurrentCultureIgnoreCase).ThenBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase)
                .Select(c => new SelectListItem(c.Name, c.Id.ToString()) { Group = groups[c.University] }),
        ];
    }

    private IQueryable<Row> Rows()
    {
        var mandates = Fold.Words(Query.Words).Aggregate(
            db.MandatesIn(user).AsNoTracking(), (found, word) => found.Where(m => EF.Property<string>(m.Member, SearchColumns.Name).Contains(word)));
        var administers = user.Role == Roles.Administrator;
        return mandates.Select(m => new Row
        {
            Id = m.Id,
            Name = m.Member.Name,
            Sought = EF.Property<string>(m.Member, SearchColumns.Name),
            Email = m.Member.Email,
            Role = m.Member.Role,
            Place = m.University!.Name ?? m.Component!.Name ?? m.Programme!.Name,
            State = m.Member.State,
            CanTake = administers || m.UniversityId == null,
        });
    }

    internal sealed record Form
    {
        [Required(ErrorMessage = "StaffEmailMissing")]
        public string? Email { get; init; }

        /// <summary>A component, or a university.</summary>
        public Guid? Place { get; init; }

        /// <summary>Codes between semicolons.</summary>
        public string? Programmes { get; init; }
    }

    internal sealed record Row
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public string Sought { get; init; } = "";

        public string Email { get; init; } = "";

        public string Role { get; init; } = "";

        public string Place { get; init; } = "";

        public StaffState State { get; init; }

        /// <summary>A director takes no university away, their own neither.</summary>
        public bool CanTake { get; init; }
    }
}
