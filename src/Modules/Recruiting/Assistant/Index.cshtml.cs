using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Assistant;

/// <summary>What the assistants say of what is typed, for the script that shows it beside the form; nothing is kept.</summary>
internal sealed class IndexModel(OfferAdvice advice, ICurrentUser user) : PageModel
{
    // A field that cannot be read counts as empty here; the form's own page says what is wrong with it.
    [BindProperty] public OfferForm Input { get; set; } = new();

    /// <summary>The offer that is edited; none for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "id")] public Guid? Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("/Offers/New");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        Partial("_Advice", await advice.ReadAsync(Input.ToFields(), user.CompanyId, Id, cancellation));
}
