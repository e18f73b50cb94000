using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.SignUp;

namespace SmartRecruiting.Students.Roster;

/// <summary>A student whom no roster has: a manager of their programme puts them into it, or does not know them.</summary>
internal sealed class WaitingModel(StudentsDb db, IProgrammes programmes, IAudit audit, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private WaitingStudent? found;

    [BindProperty]
    public Form Input { get; set; } = new();

    public View Student { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } programme || found is not { } student) return NotFound();
        if (!Years.Any(y => y.Value == Input.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture))) ModelState.AddModelError("Input.Year", text["WaitingYearMissing"]);
        if (!EmailAddress.TryParse(student.Email, out var email)) ModelState.AddModelError("", text["ImportEmailInvalid", student.Email]);
        if (!ModelState.IsValid) return Page();
        var others = await db.Roster.Where(e => e.Email == student.Email).ToListAsync(cancellation);
        if (others.TrueForAll(e => e.ProgrammeId != programme.Id))
        {
            var entry = RosterEntry.Enrol(email, programme.Id, student.Name, programme.Code, Input.Year!.Value, optedOut: false);
            if (others.Find(e => e.ChosenByStudent) is { } chosen) entry.ChooseAs(chosen);
            db.Add(entry);
        }
        db.Remove(student);
        db.Publish(new AccountVouched(student.AccountId, user.Id));
        return await DoneAsync("student.accepted", student.AccountId, text["WaitingAccepted", student.Name], cancellation);
    }

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is null || found is not { } student) return NotFound();
        student.Decline(clock.GetUtcNow().UtcDateTime);
        db.Publish(DeclineMail.To(student));
        return await DoneAsync("student.declined", student.AccountId, text["WaitingDeclined", student.Name], cancellation);
    }

    private async Task<IActionResult> DoneAsync(string deed, Guid account, string said, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            await audit.WriteAsync(new AuditEntry(deed, "account", account), cancellation);
        }
        catch (DbUpdateException)
        {
            // A colleague decided in the same moment, or a roster came: nothing is left to decide.
            said = text["WaitingGone"];
        }
        this.Say(said);
        return RedirectToPage("Index");
    }

    private async Task<ProgrammeSnapshot?> LoadAsync(Guid id, CancellationToken cancellation)
    {
        found = await db.WaitingFor(await programmes.ManagedByAsync(user.Id, cancellation)).FirstOrDefaultAsync(s => s.AccountId == id, cancellation);
        if (found is null || (await programmes.FindAsync([found.ProgrammeId!.Value], cancellation)).SingleOrDefault() is not { } programme) return null;
        Student = new View(found.Name, found.Email, programme.Name, found.Since);
        var years = programme.Years.Count > 0 ? programme.Years : Enumerable.Range(RosterEntry.FirstYear, RosterEntry.LastYear);
        Years = [.. years.Select(y => y.ToString(System.Globalization.CultureInfo.InvariantCulture)).Select(y => new SelectListItem(text["WaitingYear", y], y))];
        if (Years.Count > 1) Years = [new SelectListItem(text["SignUpChoose"], ""), .. Years];
        return programme;
    }

    internal sealed record Form
    {
        public int? Year { get; init; }
    }

    internal sealed record View(string Name, string Email, string Programme, DateTime Since);
}

/// <summary>Who waits for whom.</summary>
internal static class WaitingLine
{
    /// <summary>Students who named one of these programmes and are not decided about.</summary>
    public static IQueryable<WaitingStudent> WaitingFor(this StudentsDb db, IReadOnlyDictionary<Guid, string> managed)
    {
        Guid?[] ids = [.. managed.Keys];
        return db.Waiting.Where(s => s.DeclinedAt == null && s.ProgrammeId != null && ids.Contains(s.ProgrammeId));
    }
}
