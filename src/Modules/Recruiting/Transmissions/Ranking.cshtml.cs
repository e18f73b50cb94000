using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Transmissions;

internal sealed class RankingModel(
    RecruitingDb db, IProgrammeRanking ranking, IProgrammes programmes, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int Shown = 10;
    private const int MostFound = 10;
    private const int ReasonsShown = 6;

    // What was ticked stands among the first few of its level; this deep, its strength is found again for sure.
    private const int Deep = 60;
    private const int Attempts = 5;

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "level")] public string? Level { get; set; }

    /// <summary>Words of a search by hand.</summary>
    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }

    /// <summary>The programmes ticked.</summary>
    [BindProperty] public Guid[] Chosen { get; set; } = [];

    public string OfferTitle { get; private set; } = "";

    public OfferStatus Status { get; private set; }

    public RankingState State { get; private set; }

    public IReadOnlyList<Row> Ranked { get; private set; } = [];

    public IReadOnlyList<Row> Found { get; private set; } = [];

    public bool CanSend => Status is OfferStatus.Published;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is { } offer ? await ShowAsync(offer, cancellation) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        Chosen = [.. Chosen.Distinct()];
        var receivers = await programmes.FindAsync(Chosen, cancellation);
        if (offer.Status is not OfferStatus.Published) ModelState.AddModelError(nameof(Chosen), text["CannotSend"]);
        else if (Chosen.Length == 0) ModelState.AddModelError(nameof(Chosen), text["NothingTicked"]);
        else if (receivers.Count < Chosen.Length) ModelState.AddModelError(nameof(Chosen), text["ProgrammeGone"]);
        if (!ModelState.IsValid) return await ShowAsync(offer, cancellation);

        var sent = await SendAsync(offer, receivers, cancellation);
        this.Say(sent switch { 0 => text["AlreadySent"], 1 => text["SentToOne"], _ => text["SentTo", sent] });
        return RedirectToPage("Sent", new { Id });
    }

    // One row for each programme, whatever happens: a second click finds the first one's rows, or runs into the unique index and looks
    // again.
    private async Task<int> SendAsync(Offer offer, IReadOnlyList<ProgrammeSnapshot> receivers, CancellationToken cancellation)
    {
        var levels = receivers.Select(p => p.Level).Distinct().ToList();
        var ranked = (await ranking.RankAsync(new RankingQuery(RankedText(offer), Deep) { Levels = levels }, cancellation)).Programmes.ToDictionary(p => p.ProgrammeId);
        var company = await db.Companies.SingleAsync(c => c.Id == offer.CompanyId, cancellation);
        var snapshot = offer.ToSnapshot(company.Name);
        var now = clock.GetUtcNow().UtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            var already = await SentToAsync(cancellation);
            var missing = receivers.Where(p => !already.Contains(p.Id)).ToList();
            foreach (var programme in missing)
            {
                var match = ranked.GetValueOrDefault(programme.Id);
                var transmission = Transmission.Send(offer, programme, match?.Strength ?? Strength.None, match?.Reasons ?? [], now);
                db.Add(transmission);
                db.Publish(transmission.ToEvent(snapshot));
            }
            try
            {
                await db.SaveChangesAsync(cancellation);
                return missing.Count;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IActionResult> ShowAsync(Offer offer, CancellationToken cancellation)
    {
        Level = Levels.Find(Level);
        (OfferTitle, Status) = (offer.Title, offer.Status);
        var result = await ranking.RankAsync(new RankingQuery(RankedText(offer), Shown) { Levels = Level is { } level ? [level] : [] }, cancellation);
        State = result.State;
        var found = string.IsNullOrWhiteSpace(Words) ? [] : await programmes.ListAsync(Words, MostFound, cancellation);
        var slugs = (await programmes.FindAsync([.. result.Programmes.Select(p => p.ProgrammeId)], cancellation)).ToDictionary(p => p.Id, p => p.Slug);
        var already = await SentToAsync(cancellation);
        Ranked = [.. result.Programmes.Where(p => slugs.ContainsKey(p.ProgrammeId)).Select(p => new Row(
            p.ProgrammeId, slugs[p.ProgrammeId], p.Name, p.Component, p.Level, p.Strength, Chips(p.Reasons), already.Contains(p.ProgrammeId)))];
        Found = [.. found.Select(p => new Row(p.Id, p.Slug, p.Name, p.Component, p.Level, Strength.None, [], already.Contains(p.Id)))];
        return Page();
    }

    private async Task<HashSet<Guid>> SentToAsync(CancellationToken cancellation) =>
        await db.Transmissions.Where(t => t.OfferId == Id).Select(t => t.ProgrammeId).ToHashSetAsync(cancellation);

    private Task<Offer?> FindAsync(CancellationToken cancellation) =>
        db.Offers.AsNoTracking().Of(user).SingleOrDefaultAsync(o => o.Id == Id, cancellation);

    // Skills say more than words.
    private static IReadOnlyList<Reason> Chips(IReadOnlyList<Reason> reasons) => [.. reasons.OrderByDescending(r => r.IsSkill).Take(ReasonsShown)];

    private static string RankedText(Offer offer) => offer.Title + "\n" + offer.Text;

    internal sealed record Row(
        Guid Id, string Slug, string Name, string Component, string Level, Strength Strength, IReadOnlyList<Reason> Reasons, bool IsSent);
}
