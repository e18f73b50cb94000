using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Programmes;

/// <summary>The public page of a programme: what it teaches, where it leads, whom to write to.</summary>
internal sealed class ShowModel(SchoolingDb db, ICurrentUser user) : PageModel
{
    public ProgrammeSnapshot Programme { get; private set; } = null!;

    public string? Domain { get; private set; }

    public bool CanEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        var found = await db.Programmes.AsNoTracking().Include(p => p.Component.University).FirstOrDefaultAsync(p => p.Slug == slug, cancellation);
        if (found is null) return NotFound();
        (Programme, Domain) = (found.ToSnapshot(), found.Domain);
        CanEdit = user.IsSignedIn && await db.EditableBy(user).AnyAsync(p => p.Id == found.Id, cancellation);
        return Page();
    }
}
