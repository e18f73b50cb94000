using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Marks;

namespace SmartRecruiting.Students.Internships;

/// <summary>One open offer, for everybody; the company's contact only for those who signed in, and for a student what they noted of it.</summary>
internal sealed class OfferModel(StudentsDb db, IOfferSearch offers, ICurrentUser user) : PageModel
{
    public const int MostSkills = 20;

    public OfferHit Hit { get; private set; } = null!;

    public bool MaySeeContact => user.IsSignedIn;

    public bool IsStudent => user.Role == Roles.Student;

    /// <summary>Null when the student noted nothing.</summary>
    public OfferMark? Mark { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await offers.FindAsync(id, cancellation) is not { } hit) return NotFound();
        Hit = hit;
        if (IsStudent) Mark = await db.Marks.AsNoTracking().FirstOrDefaultAsync(m => m.AccountId == user.Id && m.OfferId == id, cancellation);
        return Page();
    }
}
