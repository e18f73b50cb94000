using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Stop;

/// <summary>Where a student stops the mails of saved searches and offers, or has them again; as <see cref="StopModel"/> does for forwarded ones.</summary>
[IgnoreAntiforgeryToken]
internal sealed class AlertsModel(StudentsDb db) : PageModel
{
    public bool IsOn { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, CancellationToken cancellation)
    {
        if (await db.Students.AsNoTracking().FirstOrDefaultAsync(s => s.StopToken == token, cancellation) is not { } student) return NotFound();
        IsOn = student.WantsMails;
        return Page();
    }

    public Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancellation) => ChangeAsync(token, wants: false, cancellation);

    public Task<IActionResult> OnPostResumeAsync([FromRoute] string token, CancellationToken cancellation) => ChangeAsync(token, wants: true, cancellation);

    private async Task<IActionResult> ChangeAsync(string token, bool wants, CancellationToken cancellation)
    {
        if (await db.Students.Where(s => s.StopToken == token).ExecuteUpdateAsync(s => s.SetProperty(x => x.WantsMails, wants), cancellation) == 0) return NotFound();
        IsOn = wants;
        return Page();
    }
}
