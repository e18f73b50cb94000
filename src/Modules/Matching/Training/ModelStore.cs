using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartRecruiting.Matching.Catalogue;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Skills;

namespace SmartRecruiting.Matching.Training;

/// <summary>
/// Holds the model that serves on this host. Each second, and after each commit of its own, it looks whether another model was
/// promoted or a programme changed; so every host serves the same, and a new programme competes at once.
/// </summary>
internal sealed class ModelStore(IServiceScopeFactory scopes, LexiconStore lexicons, ILogger<ModelStore> log) : IDisposable
{
    // A commit carries the time at which it began; what another host commits late is read again.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Freshness freshness = new();
    private readonly Dictionary<Guid, (int Revision, ProgrammeSnapshot Snapshot)> programmes = [];
    private ServingModel current = ServingModel.None;
    private int loaded = -1;
    private DateTime seen = DateTime.MinValue;
    private SkillLexicon lexicon = LexiconStore.BuiltIn;

    /// <summary>The model as it was last looked up; for callers that cannot wait.</summary>
    public ServingModel Latest => current;

    /// <summary>The model that serves now: trained, or made of the descriptions alone where nothing was trained yet.</summary>
    public async Task<ServingModel> CurrentAsync(CancellationToken cancellation)
    {
        // Before the first look there is nothing to return in the meantime.
        if (!freshness.TakeTurn() && loaded >= 0) return current;
        await turn.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await CatchUpAsync(scope.ServiceProvider.GetRequiredService<MatchingDb>(), cancellation);
            return current;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>To be called after a commit that changes models or programmes.</summary>
    public void Touch() => freshness.Touch();

    public void Dispose() => turn.Dispose();

    private async Task CatchUpAsync(MatchingDb db, CancellationToken cancellation)
    {
        var promoted = await db.Promotions.OrderByDescending(p => p.Number).Select(p => p.Version).FirstOrDefaultAsync(cancellation);
        var since = seen > DateTime.MinValue + Overlap ? seen - Overlap : DateTime.MinValue;
        var changes = await db.Programmes.AsNoTracking().Where(p => p.ChangedAt >= since).ToListAsync(cancellation);
        var changed = false;
        foreach (var row in changes.Where(row => !programmes.TryGetValue(row.Id, out var held) || held.Revision < row.Revision))
        {
            programmes[row.Id] = (row.Revision, row.Snapshot());
            if (row.ChangedAt > seen) seen = row.ChangedAt;
            changed = true;
        }
        var known = lexicon;
        lexicon = await lexicons.CurrentAsync(cancellation);
        if (promoted == loaded && !changed)
        {
            if (lexicon != known) current = current.WithLexicon(lexicon);
            return;
        }

        var catalogue = programmes.Values.Select(p => p.Snapshot).OrderBy(p => p.Code, StringComparer.Ordinal).ToList();
        if (catalogue.Count == 0)
        {
            (current, loaded) = (ServingModel.None.WithLexicon(lexicon), promoted);
            return;
        }
        var bytes = promoted == 0 ? null : await db.ReadModelAsync(promoted, ModelUse.Serving, cancellation);
        current = ServingModel.Make(promoted, bytes, catalogue, lexicon, log);
        loaded = promoted;
    }
}
