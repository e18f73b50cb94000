using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Staff;

/// <summary>Asks once, then takes a mandate away: whoever had it sees nothing of its place at their next click.</summary>
internal sealed class TakeAwayModel(SchoolingDb db, IAudit audit, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    public View Mandate { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var found = await Mine(id).Select(m => new View(m.Member.Name, m.Member.Email, m.University!.Name ?? m.Component!.Name ?? m.Programme!.Name))
            .FirstOrDefaultAsync(cancellation);
        if (found is null) return NotFound();
        Mandate = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        // In two steps: MariaDB deletes from no table that the same statement reads.
        if (await Mine(id).AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } mandate || await db.Mandates.Where(m => m.Id == id).ExecuteDeleteAsync(cancellation) == 0) return NotFound();
        await audit.WriteAsync(new AuditEntry("mandate.taken", "account", mandate.AccountId, mandate.Place.ToString()), cancellation);
        this.Say(text["StaffTaken"]);
        return RedirectToPage("Managers");
    }

    private IQueryable<Mandate> Mine(Guid id) => db.MandatesIn(user).Where(m => m.Id == id && (user.Role == Roles.Administrator || m.UniversityId == null));

    internal sealed record View(string Name, string Email, string Place);
}
