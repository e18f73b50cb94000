using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;

namespace SmartRecruiting.Matching.Topics;

/// <summary>The themes of offers, and which rise and fall: the share of the last twelve months against that of the twelve before.</summary>
internal sealed class IndexModel(MatchingDb db, TimeProvider clock) : PageModel
{
    /// <summary>Words that name a theme; the others explain it.</summary>
    public const int WordsOfName = 3;

    // A share that moves by less than a tenth of itself stays, to the eye.
    private const double Notable = 0.1;

    public TopicSet? Set { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Offers of the last twelve months.</summary>
    public int Offers { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Set = await db.TopicSets.AsNoTracking().Where(s => s.IsComplete).OrderByDescending(s => s.LearntAt).FirstOrDefaultAsync(cancellation);
        if (Set is not { } set) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var (year, before) = (now.AddYears(-1), now.AddYears(-2));
        var topics = await db.Topics.AsNoTracking().Where(t => t.SetId == set.Id).ToListAsync(cancellation);
        var counts = await db.OfferTopics.Where(t => t.SetId == set.Id && t.PostedAt >= before)
            .GroupBy(t => new { t.Number, Recent = t.PostedAt >= year }).Select(g => new { g.Key.Number, g.Key.Recent, Count = g.Count() }).ToListAsync(cancellation);
        var all = counts.ToLookup(c => c.Recent, c => c.Count);
        var (recent, earlier) = (all[true].Sum(), all[false].Sum());
        Offers = recent;
        Rows =
        [
            .. topics.Select(topic =>
            {
                var now = counts.Where(c => c.Number == topic.Number && c.Recent).Sum(c => c.Count);
                var then = counts.Where(c => c.Number == topic.Number && !c.Recent).Sum(c => c.Count);
                return new Row(topic.Words.Split(';'), now, Share(now, recent), then, Share(then, earlier), earlier > 0);
            }).Where(row => row.Now + row.Then > 0).OrderByDescending(row => row.ShareNow - row.ShareThen).ThenBy(row => row.Words[0], StringComparer.CurrentCulture),
        ];
    }

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;

    /// <summary>A theme, offers of the last twelve months and of those before, and their shares.</summary>
    internal sealed record Row(IReadOnlyList<string> Words, int Now, double ShareNow, int Then, double ShareThen, bool CanCompare)
    {
        public string Name => string.Join(", ", Words.Take(WordsOfName));

        public Trend Trend => !CanCompare ? Trend.Unknown
            : Then == 0 ? Trend.New
            : ShareNow >= ShareThen * (1 + Notable) ? Trend.Rising
            : ShareNow <= ShareThen * (1 - Notable) ? Trend.Falling
            : Trend.Steady;

        /// <summary>How the share moved, 0.25 for a quarter more; null where there is nothing to compare with.</summary>
        public double? Change => CanCompare && Then > 0 ? (ShareNow / ShareThen) - 1 : null;
    }

    internal enum Trend
    {
        Rising,
        New,
        Steady,
        Falling,
        Unknown,
    }
}
