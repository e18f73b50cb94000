using Hangfire;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Evaluation;
using SmartRecruiting.Matching.Offers;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Models;

/// <summary>The versions of the model with their figures, how matches drift, and the training under way.</summary>
internal sealed class IndexModel(
    MatchingDb db, PromoteModel promote, ICurrentUser user, TimeProvider clock, IBackgroundJobClient jobs, IStringLocalizer<Text> text) : PageModel
{
    private const int VersionsDrawn = 30;
    private const int WeeksDrawn = 12;
    private const int WeeksCalledRecent = 4;

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    public Slice<Row> List { get; private set; } = new();

    /// <summary>The training under way, or else the last one; null when there never was any.</summary>
    public TrainingRun? Run { get; private set; }

    public int Serving { get; private set; }

    /// <summary>Versions with figures, oldest first.</summary>
    public IReadOnlyList<Point> History { get; private set; } = [];

    /// <summary>Weeks with offers, oldest first.</summary>
    public IReadOnlyList<DriftWeek> Drift { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Serving = await promote.ServingAsync(cancellation);
        var columns = new Columns<Row>("-Version")
            .Add("Version", r => r.Version)
            .Add("TrainedAt", r => r.TrainedAt)
            .Add("ModelState", r => text["Model" + r.State].Value, r => r.State)
            .Add("Texts", r => r.Texts)
            .Add("Top1", r => r.Top1)
            .Add("Top5", r => r.Top5)
            .Add("Rare", r => r.Rare)
            .Add("Zero", r => r.Zero)
            .Add("Ece", r => r.Ece)
            .Add("StrongPrecision", r => r.StrongPrecision)
            .Add("Seconds", r => r.Seconds)
            .Add("CpuSeconds", r => r.CpuSeconds)
            .Add("WattHours", r => Energy.WattHours(r.CpuSeconds, Energy.WattsPerCore), r => r.CpuSeconds)
            .Add("WattHoursLow", r => Energy.WattHours(r.CpuSeconds, Energy.LowWattsPerCore), r => r.CpuSeconds)
            .Add("WattHoursHigh", r => Energy.WattHours(r.CpuSeconds, Energy.HighWattsPerCore), r => r.CpuSeconds);
        var rows = Rows();
        if (Query.WantsCsv) return await rows.ToCsvAsync(columns, Query, "models.csv", text, cancellation);
        List = await rows.ToSliceAsync(columns, Query, r => r.Version, cancellation);
        Run = await db.Runs.AsNoTracking().OrderByDescending(r => r.Slot).ThenByDescending(r => r.RequestedAt).FirstOrDefaultAsync(cancellation);
        History = await db.Models.Where(m => m.Top1 != null).OrderByDescending(m => m.Version).Take(VersionsDrawn)
            .Select(m => new Point(m.Version, m.Top1, m.Top5, m.Rare, m.Zero)).ToListAsync(cancellation);
        History = [.. History.Reverse()];
        Drift = await DriftAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellation)
    {
        var queued = await db.TryAddRunAsync(TrainingRun.Queue(RunCause.Asked, user.Id, user.Name, clock.GetUtcNow().UtcDateTime), cancellation);
        // The row is the work; this only saves waiting for the next minute.
        jobs.Enqueue<TrainModel>(job => job.RunAsync(CancellationToken.None));
        this.Say(queued ? text["TrainingAsked"] : text["TrainingUnderWay"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid run, CancellationToken cancellation)
    {
        if (!await db.Runs.AnyAsync(r => r.Id == run, cancellation)) return NotFound();
        this.Say(await db.CancelRunAsync(run, clock.GetUtcNow().UtcDateTime, cancellation) ? text["TrainingCancelled"] : text["TrainingOver"]);
        return RedirectToPage();
    }

    /// <summary>What the curves of the versions say, in one sentence.</summary>
    public string HistoryFinding()
    {
        if (History.Count == 0) return text["HistoryNone"];
        if (History.FirstOrDefault(p => p.Version == Serving) is not { } now) return text["HistoryUnmeasured"];
        var said = text["HistoryServing", now.Version, Percent(now.Top1), Percent(now.Top5)].Value;
        return History.LastOrDefault(p => p.Version < now.Version) is not { } before ? said : $"{said} {text["HistoryBefore", before.Version, Percent(before.Top5)]}";
    }

    /// <summary>What the weeks say, in one sentence.</summary>
    public string DriftFinding()
    {
        var border = KnownOffer.WeekOf(clock.GetUtcNow().UtcDateTime).AddDays(-7 * (WeeksCalledRecent - 1));
        var (recent, before) = (Drift.Where(w => w.Week >= border).ToList(), Drift.Where(w => w.Week < border).ToList());
        if (recent.Count == 0) return text["DriftNone", WeeksCalledRecent];
        var said = text["DriftRecent", WeeksCalledRecent, Percent(Share(recent)), recent.Sum(w => w.Offers)].Value;
        return before.Count == 0 ? said : $"{said} {text["DriftBefore", Percent(Share(before))]}";

        static double Share(List<DriftWeek> weeks) => weeks.Sum(w => w.Weak) / (double)weeks.Sum(w => w.Offers);
    }

    public static string Percent(double? share) => share?.ToString("P1") ?? "–";

    private IQueryable<Row> Rows() => db.Models.Select(m => new Row
    {
        Version = m.Version,
        TrainedAt = m.TrainedAt,
        State = m.Version == Serving ? VersionState.Serving : db.Promotions.Any(p => p.Version == m.Version) ? VersionState.Former : VersionState.Kept,
        Texts = m.Texts,
        Top1 = m.Top1,
        Top5 = m.Top5,
        Rare = m.Rare,
        Zero = m.Zero,
        Ece = m.Ece,
        StrongPrecision = m.StrongPrecision,
        Seconds = m.Seconds,
        CpuSeconds = m.CpuSeconds,
    });

    private async Task<IReadOnlyList<DriftWeek>> DriftAsync(CancellationToken cancellation)
    {
        var today = KnownOffer.WeekOf(clock.GetUtcNow().UtcDateTime);
        var first = today.AddDays(-7 * (WeeksDrawn - 1));
        var counts = await db.Offers.Where(o => o.Week >= first && o.Week <= today).GroupBy(o => new { o.Week, o.BestStrength })
            .Select(g => new { g.Key.Week, g.Key.BestStrength, Offers = g.Count() }).ToListAsync(cancellation);
        return
        [
            .. from count in counts
               group count by count.Week!.Value into week
               orderby week.Key
               select new DriftWeek(week.Key, week.Sum(w => w.Offers), week.Where(w => w.BestStrength is Strength.None or Strength.Weak).Sum(w => w.Offers)),
        ];
    }

    /// <summary>What a version is now.</summary>
    internal enum VersionState
    {
        /// <summary>It was never good enough.</summary>
        Kept,

        /// <summary>It served once.</summary>
        Former,

        Serving,
    }

    internal sealed record Row
    {
        public int Version { get; init; }

        public DateTime TrainedAt { get; init; }

        public VersionState State { get; init; }

        public int Texts { get; init; }

        public double? Top1 { get; init; }

        public double? Top5 { get; init; }

        public double? Rare { get; init; }

        public double? Zero { get; init; }

        public double? Ece { get; init; }

        public double? StrongPrecision { get; init; }

        public double Seconds { get; init; }

        public double CpuSeconds { get; init; }
    }

    internal sealed record Point(int Version, double? Top1, double? Top5, double? Rare, double? Zero);

    /// <summary>Offers posted in a week, and those whose best match is weak or none.</summary>
    internal sealed record DriftWeek(DateOnly Week, int Offers, int Weak);
}
