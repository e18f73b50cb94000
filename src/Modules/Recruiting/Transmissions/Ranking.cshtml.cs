using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Transmissions;

internal sealed class RankingModel(
    RecruitingDb db,
    IProgrammeRanking ranking,
    IProgrammes programmes,
    SendOffer send,
    ICurrentUser user,
    TimeProvider clock,
    IStringLocalizer<Text> text) : PageModel
{
    private const int Shown = 10;
    private const int MostFound = 8;
    private const int ReasonsShown = 3;
    private const int ComponentsShown = 4;

    private const int Attempts = 5;

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "level")] public string? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "component")] public string? Component { get; set; }

    [BindProperty(SupportsGet = true, Name = "city")] public string? City { get; set; }

    /// <summary>Words of a search by hand.</summary>
    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }

    /// <summary>The programme whose causes are shown in the text; the first one unless another is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "why")] public Guid? Why { get; set; }

    /// <summary>The programmes ticked; in the address too, so that a judgement between two ticks loses none.</summary>
    [BindProperty(SupportsGet = true)] public Guid[] Chosen { get; set; } = [];

    /// <summary>The programmes that could be ticked or not: what was ticked elsewhere for an offer that waits stays.</summary>
    [BindProperty] public Guid[] Listed { get; set; } = [];

    public string OfferTitle { get; private set; } = "";

    public OfferStatus Status { get; private set; }

    public CompanyStatus Company { get; private set; }

    public RankingState State { get; private set; }

    public CatalogueChoices Choices { get; private set; } = new([], []);

    /// <summary>What the ranked programmes make together, component by component.</summary>
    public IReadOnlyList<RankedComponent> Components { get; private set; } = [];

    /// <summary>The year of study that the text asks for, and the words that say so.</summary>
    public (int Year, string Words)? Year { get; private set; }

    public IReadOnlyList<Row> Ranked { get; private set; } = [];

    /// <summary>The programme that <see cref="Why"/> names, with all its causes; null when nothing is ranked.</summary>
    public Row? Explained { get; private set; }

    /// <summary>The text that was ranked, cut at its causes.</summary>
    public IReadOnlyList<Piece> Pieces { get; private set; } = [];

    public IReadOnlyList<Row> Found { get; private set; } = [];

    public bool CanSend => Status is OfferStatus.Published && Company is CompanyStatus.Approved;

    /// <summary>What is ticked is kept, and leaves when the offer is published.</summary>
    public bool CanTick => (Status is OfferStatus.AwaitingCompany || IsDraft) && Recruiting.Companies.Company.IsActiveIn(Company);

    /// <summary>Its recruiter still works on it.</summary>
    public bool IsDraft { get; private set; }

    public bool IsRestricted => Level is not null || Component is not null || City is not null;

    /// <summary>Where this page shows the same again, or acts by one of its handlers.</summary>
    public string? Address(string? handler = null, Guid? why = null) => Url.Page(
        "Ranking", handler, new { Id, level = Level, component = Component, city = City, q = Words, why = why ?? Why, Chosen });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        if (CanTick) Chosen = [.. Chosen.Union(await WantedAsync(cancellation))];
        return await ShowAsync(offer, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } offer) return NotFound();
        // The address has ticks, too; what the form says, and be it nothing, comes before.
        Chosen = Request.Form.ContainsKey(nameof(Chosen)) ? [.. Chosen.Distinct()] : [];
        if (CanTick)
        {
            await TickAsync(cancellation);
            if (IsDraft) return RedirectToPage("/Offers/Edit", new { Id });
            this.Say(text["TicksKept"]);
            return RedirectToPage(new { Id });
        }
        var receivers = await programmes.FindAsync(Chosen, cancellation);
        if (!CanSend) ModelState.AddModelError(nameof(Chosen), text["CannotSend"]);
        else if (Chosen.Length == 0) ModelState.AddModelError(nameof(Chosen), text["NothingTicked"]);
        else if (receivers.Count < Chosen.Length) ModelState.AddModelError(nameof(Chosen), text["ProgrammeGone"]);
        if (!ModelState.IsValid) return await ShowAsync(offer, cancellation);

        var sent = await SendAsync(offer, receivers, cancellation);
        this.Say(sent switch { 0 => text["AlreadySent"], 1 => text["SentToOne"], _ => text["SentTo", sent] });
        return RedirectToPage("Sent", new { Id });
    }

    /// <summary>"Not this one": the ranking is wrong about a programme.</summary>
    public Task<IActionResult> OnPostNotThisAsync(Guid programme, CancellationToken cancellation) => JudgeAsync(programme, fits: false, cancellation);

    /// <summary>"Missing: this one": the ranking should have had a programme.</summary>
    public Task<IActionResult> OnPostMissingAsync(Guid programme, CancellationToken cancellation) => JudgeAsync(programme, fits: true, cancellation);

    public async Task<IActionResult> OnPostTakeBackAsync(Guid programme, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is null) return NotFound();
        if (await db.Judgements.SingleOrDefaultAsync(j => j.OfferId == Id && j.ProgrammeId == programme, cancellation) is { } said)
        {
            db.Remove(said);
            db.Publish(new JudgementWithdrawn(Id, programme, said.ByAccountId, said.At));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Taken back in the same moment by another click.
            }
        }
        this.Say(text["JudgementTakenBack"]);
        return Redirect(Address()!);
    }

    // The first judgement of a programme stands until it is taken back; the unique index sees to it.
    private async Task<IActionResult> JudgeAsync(Guid programme, bool fits, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is null || (await programmes.FindAsync([programme], cancellation)).Count == 0) return NotFound();
        if (!await db.Judgements.AnyAsync(j => j.OfferId == Id && j.ProgrammeId == programme, cancellation))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            db.Add(Judgement.Of(Id, programme, fits, user.Id, now));
            db.Publish(new MatchJudged(Id, programme, fits, user.Id, user.Role, now));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                if (!await db.Judgements.AnyAsync(j => j.OfferId == Id && j.ProgrammeId == programme, cancellation)) throw;
            }
        }
        this.Say(text["JudgementSaid"]);
        return Redirect(Address()!);
    }

    // One row for each programme, whatever happens: a second click finds the first one's rows, or runs into the unique index and looks
    // again.
    private async Task<int> SendAsync(Offer offer, IReadOnlyList<ProgrammeSnapshot> receivers, CancellationToken cancellation)
    {
        var snapshot = await SnapshotAsync(offer, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            var sent = await send.AddAsync(offer, snapshot, receivers, cancellation);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return sent;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    // As the page shows it: ticks that it did not list stay, whatever filter it was under.
    private async Task TickAsync(CancellationToken cancellation)
    {
        var known = (await programmes.FindAsync(Chosen, cancellation)).Select(p => p.Id).ToHashSet();
        for (var attempt = 1; ; attempt++)
        {
            var before = await db.Wanted.Where(w => w.OfferId == Id).ToListAsync(cancellation);
            db.RemoveRange(before.Where(w => Listed.Contains(w.ProgrammeId) && !known.Contains(w.ProgrammeId)));
            db.AddRange(known.Except(before.Select(w => w.ProgrammeId)).Select(programme => new Wanted(Id, programme)));
            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
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
        OfferTitle = offer.Title.Length > 0 ? offer.Title : text["Untitled"];
        Choices = await programmes.ChoicesAsync(cancellation);
        Component = Choices.Components.FirstOrDefault(name => name == Component);
        City = Choices.Cities.FirstOrDefault(name => name == City);
        var ranked = SendOffer.RankedText(offer);
        var names = (await SnapshotAsync(offer, cancellation)).Names();
        var result = await ranking.RankAsync(
            new RankingQuery(ranked, Shown) { Levels = Level is { } level ? [level] : [], Component = Component, City = City, Names = names }, cancellation);
        (State, Components) = (result.State, [.. result.Components.Take(ComponentsShown)]);
        Year = result is { YearOfStudy: { } year, YearReadFrom: { } words } ? (year, words) : null;
        var found = string.IsNullOrWhiteSpace(Words) ? [] : await programmes.ListAsync(Words, MostFound, cancellation);
        var slugs = (await programmes.FindAsync([.. result.Programmes.Select(p => p.ProgrammeId)], cancellation)).ToDictionary(p => p.Id, p => p.Slug);
        var already = await SentToAsync(cancellation);
        var judged = await db.Judgements.Where(j => j.OfferId == Id).ToDictionaryAsync(j => j.ProgrammeId, j => (bool?)j.Fits, cancellation);
        Ranked = [.. result.Programmes.Where(p => slugs.ContainsKey(p.ProgrammeId)).Select(p => new Row(
            p.ProgrammeId, slugs[p.ProgrammeId], p.Name, p.Component, p.Level, p.Strength, p.Score, SkillsFirst(p.Reasons),
            already.Contains(p.ProgrammeId), judged.GetValueOrDefault(p.ProgrammeId)))];
        Found = [.. found.Select(p => new Row(
            p.Id, p.Slug, p.Name, p.Component, p.Level, Strength.None, 0, [], already.Contains(p.Id), judged.GetValueOrDefault(p.Id)))];
        Explained = Ranked.FirstOrDefault(r => r.Id == Why) ?? (Ranked.Count > 0 ? Ranked[0] : null);
        if (Explained is not null) Pieces = Marks.Of(ranked, Explained.Reasons);
        return Page();
    }

    private async Task<OfferSnapshot> SnapshotAsync(Offer offer, CancellationToken cancellation) =>
        offer.ToSnapshot(await db.Companies.Where(c => c.Id == offer.CompanyId).Select(c => c.TradeName ?? c.LegalName).SingleAsync(cancellation));

    private async Task<HashSet<Guid>> SentToAsync(CancellationToken cancellation) =>
        await db.Transmissions.Where(t => t.OfferId == Id).Select(t => t.ProgrammeId).ToHashSetAsync(cancellation);

    private async Task<List<Guid>> WantedAsync(CancellationToken cancellation) =>
        await db.Wanted.Where(w => w.OfferId == Id).Select(w => w.ProgrammeId).ToListAsync(cancellation);

    private async Task<Offer?> FindAsync(CancellationToken cancellation)
    {
        var offer = await db.Offers.AsNoTracking().Of(user).SingleOrDefaultAsync(o => o.Id == Id, cancellation);
        if (offer is null) return null;
        (Status, IsDraft) = (offer.Status, offer.CanBeSubmitted);
        Company = await db.Companies.Where(c => c.Id == offer.CompanyId).Select(c => c.Status).SingleAsync(cancellation);
        return offer;
    }

    // Skills say more than words.
    private static IReadOnlyList<Reason> SkillsFirst(IReadOnlyList<Reason> reasons) => [.. reasons.OrderByDescending(r => r.IsSkill)];

    internal sealed record Row(
        Guid Id,
        string Slug,
        string Name,
        string Component,
        string Level,
        Strength Strength,
        double Score,
        IReadOnlyList<Reason> Reasons,
        bool IsSent,
        bool? Judged)
    {
        /// <summary>What a row has room for; the text below shows all of them.</summary>
        public IEnumerable<Reason> MainReasons => Reasons.Take(ReasonsShown);
    }
}
