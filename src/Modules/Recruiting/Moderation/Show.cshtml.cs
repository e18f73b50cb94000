using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;
using SmartRecruiting.Recruiting.Wording;

namespace SmartRecruiting.Recruiting.Moderation;

/// <summary>One offer to look at: its words with what was found marked, what was reported, what was decided before, and the decision.</summary>
internal sealed class ShowModel(RecruitingDb db, DecideOffer decide, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public View Shown { get; private set; } = null!;

    public IReadOnlyList<Report> Reports { get; private set; } = [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Step> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await db.Moderations.AnyAsync(m => m.Id == id, cancellation)) return NotFound();
        var words = Input.Words?.ReplaceLineEndings("\n").Trim() ?? "";
        if (Input.Verdict is Verdict.ChangesAsked or Verdict.Rejected or Verdict.Closed && words.Length == 0)
        {
            ModelState.AddModelError("Input.Words", text["VerdictWordsMissing"]);
        }
        if (Input.Verdict is not { } verdict || !ModelState.IsValid) return await LoadAsync(id, cancellation) ? Page() : NotFound();
        if (!await decide.RunAsync(id, Input.Seen, verdict, words, cancellation))
        {
            this.Say(text["VerdictTooLate"]);
            return RedirectToPage(new { id });
        }
        this.Say(text["VerdictSaid" + verdict]);
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Moderations.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } look) return false;
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == look.OfferId, cancellation);
        var company = await db.Companies.Where(c => c.Id == offer.CompanyId).Select(c => c.TradeName ?? c.LegalName).SingleAsync(cancellation);
        var found = UnlawfulCriteria.Find(HoldOffer.TextOf(offer), offer.Kind);
        Shown = new View(
            offer.Title, Marked(HoldOffer.TextOf(offer), found), offer.Revision, offer.Status, offer.CompanyId, company, look.Cause, look.OpenedAt, look.Verdict,
            [.. found.Select(c => c.Ground).Distinct()], look.Verdict is null ? DecideOffer.Possible(offer.Status) : []);
        Reports = await db.OfferReports.Where(r => r.OfferId == offer.Id).OrderByDescending(r => r.At).ThenBy(r => r.Id)
            .Select(r => new Report(r.At, r.Reason, r.Words)).ToListAsync(cancellation);
        History = await db.Moderations.Where(m => m.OfferId == offer.Id).OrderByDescending(m => m.OpenedAt).ThenByDescending(m => m.Id)
            .Select(m => new Step(m.OpenedAt, m.Cause, m.Found, m.Verdict, m.DecidedAt, m.By, m.Words)).ToListAsync(cancellation);
        return true;
    }

    // The text in pieces: what was found with its ground, all else without one. Findings of two grounds may overlap; the first marks.
    private static List<Piece> Marked(string text, IReadOnlyList<Criterion> found)
    {
        var (pieces, at) = (new List<Piece>(), 0);
        foreach (var criterion in found.Where(c => c.Length > 0))
        {
            if (criterion.Start < at) continue;
            pieces.Add(new Piece(text[at..criterion.Start], null));
            at = criterion.Start + criterion.Length;
            pieces.Add(new Piece(text[criterion.Start..at], criterion.Ground));
        }
        pieces.Add(new Piece(text[at..], null));
        return pieces;
    }

    internal sealed record Form
    {
        /// <summary>The revision of the offer that is on the screen.</summary>
        public int Seen { get; init; }

        public Verdict? Verdict { get; init; }

        [StringLength(OfferModeration.WordsMax, ErrorMessage = "TooLong")]
        public string? Words { get; init; }
    }

    internal sealed record View(
        string Title, IReadOnlyList<Piece> Text, int Revision, OfferStatus Status, Guid CompanyId, string Company, ModerationCause Cause, DateTime OpenedAt, Verdict? Verdict,
        IReadOnlyList<Ground> Grounds, IReadOnlyList<Verdict> Possible);

    internal sealed record Piece(string Text, Ground? Ground);

    internal sealed record Report(DateTime At, ReportReason Reason, string Words);

    internal sealed record Step(DateTime OpenedAt, ModerationCause Cause, string Found, Verdict? Verdict, DateTime? DecidedAt, Guid? By, string Words);
}
