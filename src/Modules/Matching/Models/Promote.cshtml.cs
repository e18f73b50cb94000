using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Models;

/// <summary>Asks once before a version that an administrator chose begins to serve.</summary>
internal sealed class PromoteVersionModel(MatchingDb db, PromoteModel promote, IAudit audit, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    public Figures Chosen { get; private set; } = null!;

    /// <summary>What serves; null when nothing does.</summary>
    public Figures? Serving { get; private set; }

    public async Task<IActionResult> OnGetAsync(int version, CancellationToken cancellation)
    {
        var serving = await promote.ServingAsync(cancellation);
        var rows = await db.Models.Where(m => m.Version == version || m.Version == serving)
            .Select(m => new Figures(m.Version, m.TrainedAt, m.Texts, m.Top1, m.Top5, m.Rare, m.Zero)).ToListAsync(cancellation);
        if (rows.Find(r => r.Version == version) is not { } chosen) return NotFound();
        if (serving == version || !await promote.CanServeAsync(version, cancellation)) return RedirectToPage("Show", new { version });
        (Chosen, Serving) = (chosen, rows.Find(r => r.Version == serving));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken cancellation)
    {
        if (!await db.Models.AnyAsync(m => m.Version == version, cancellation)) return NotFound();
        var serves = await promote.TryAsync(version, user.Id, user.Name, cancellation);
        if (serves) await audit.WriteAsync(new AuditEntry("model.promoted", "model", null, $"version {version}"), cancellation);
        this.Say(serves ? text["ServesNow", version] : text["CannotServe", version]);
        return RedirectToPage("Show", new { version });
    }

    internal sealed record Figures(int Version, DateTime TrainedAt, int Texts, double? Top1, double? Top5, double? Rare, double? Zero);
}
