using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Evaluation;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Models;

/// <summary>The card of one version: what it is for, what it learnt from, how good it is, what it cost, and when it served.</summary>
internal sealed class ShowModel(MatchingDb db, PromoteModel promote) : PageModel
{
    public ModelRow Version { get; private set; } = null!;

    public ModelCard Card { get; private set; } = null!;

    public bool IsServing { get; private set; }

    /// <summary>Its bytes are there still, and it does not serve.</summary>
    public bool CanServe { get; private set; }

    public IReadOnlyList<Promotion> Promotions { get; private set; } = [];

    /// <summary>Each slice of the held-out texts with its name.</summary>
    public IEnumerable<(string Name, Quality Quality)> Slices(HeldOutFigures figures) =>
        [("SliceAll", figures.All), ("SliceRest", figures.Rest), ("SliceRare", figures.Rare), ("SliceZero", figures.Zero)];

    public async Task<IActionResult> OnGetAsync(int version, CancellationToken cancellation)
    {
        if (await db.Models.AsNoTracking().FirstOrDefaultAsync(m => m.Version == version, cancellation) is not { } row) return NotFound();
        (Version, Card) = (row, row.Card());
        IsServing = await promote.ServingAsync(cancellation) == version;
        CanServe = !IsServing && await promote.CanServeAsync(version, cancellation);
        Promotions = await db.Promotions.AsNoTracking().Where(p => p.Version == version).OrderByDescending(p => p.Number).ToListAsync(cancellation);
        return Page();
    }
}
