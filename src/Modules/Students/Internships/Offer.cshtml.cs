using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SmartRecruiting.Students.Internships;

/// <summary>One open offer, for everybody; the company's contact only for those who signed in.</summary>
internal sealed class OfferModel(IOfferSearch offers, ICurrentUser user) : PageModel
{
    public const int MostSkills = 20;

    public OfferHit Hit { get; private set; } = null!;

    public bool MaySeeContact => user.IsSignedIn;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await offers.FindAsync(id, cancellation) is not { } hit) return NotFound();
        Hit = hit;
        return Page();
    }
}
