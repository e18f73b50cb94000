using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>
/// Brings the rolled figures up to the facts: takes out what they held of each changed fact and puts in what it says now, so that its
/// cost grows with what changed. It can be killed anywhere: each batch is one commit.
/// </summary>
internal sealed class RefreshStatistics(SchoolingDb db, TimeProvider clock)
{
    // Facts of neighbouring days share their figures, so a long batch writes little more than a short one.
    private const int Batch = 2000;

    private FigureState state = null!;
    private List<Guid> universities = [];

    /// <summary>The job.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        universities = await db.Universities.Select(u => u.Id).OrderBy(id => id).ToListAsync(cancellation);
        if (universities.Count == 0) return;
        await StartAsync(cancellation);
        await MoveAsync(cancellation);
        await CountAsync(db.OfferFacts, cancellation);
        await CountAsync(db.SentFacts, cancellation);
        await CountAsync(db.SearchFacts, cancellation);
    }

    /// <summary>Forgets every figure and counts all facts again; the rows come out as they were. Nothing else is written meanwhile.</summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        universities = await db.Universities.Select(u => u.Id).OrderBy(id => id).ToListAsync(cancellation);
        if (universities.Count == 0) return;
        await StartAsync(cancellation);
        await db.InTransactionAsync(
            async () =>
            {
                await LockAsync(cancellation);
                await db.Figures.ExecuteDeleteAsync(cancellation);
                state.Until = Today;
                var tally = new Tally(universities, Today);
                await CountAllAsync(db.OfferFacts, tally, cancellation);
                await CountAllAsync(db.SentFacts, tally, cancellation);
                await CountAllAsync(db.SearchFacts, tally, cancellation);
                await WriteAsync(tally, cancellation);
            },
            cancellation);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task StartAsync(CancellationToken cancellation)
    {
        if (await db.FigureStates.AnyAsync(cancellation)) return;
        db.Add(new FigureState());
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    // The part of a year that is compared with grows each day, and begins anew each year.
    private Task MoveAsync(CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await LockAsync(cancellation);
            if (state.Until >= Today) return;
            var tally = new Tally(universities, Today);
            foreach (var basis in Tally.Bases)
            {
                var (period, first, last) = Tally.PartOf(basis, Today);
                if (state.Until != default)
                {
                    var known = Tally.PartOf(basis, state.Until);
                    if (known.Period == period) first = known.Last.AddDays(1);
                    else await db.Figures.Where(f => f.Period == known.Period).ExecuteDeleteAsync(cancellation);
                }
                await CountPartAsync(db.OfferFacts, basis, first, last, tally, cancellation);
                await CountPartAsync(db.SentFacts, basis, first, last, tally, cancellation);
                await CountPartAsync(db.SearchFacts, basis, first, last, tally, cancellation);
            }
            state.Until = Today;
            await WriteAsync(tally, cancellation);
        },
        cancellation);

    private static async Task CountPartAsync<TFact>(IQueryable<TFact> facts, YearBasis basis, DateOnly first, DateOnly last, Tally tally, CancellationToken cancellation)
        where TFact : Fact
    {
        await foreach (var fact in facts.AsNoTracking().Where(f => f.Day >= first && f.Day <= last).AsAsyncEnumerable().WithCancellation(cancellation)) tally.CountPart(basis, fact.Held(), 1);
    }

    private static async Task CountAllAsync<TFact>(IQueryable<TFact> facts, Tally tally, CancellationToken cancellation)
        where TFact : Fact
    {
        await facts.Where(f => f.IsPending).ExecuteUpdateAsync(set => set.SetProperty(f => f.IsPending, false).SetProperty(f => f.Counted, (string?)null), cancellation);
        // What they hold, not what they say: one that has changed since is pending again, and says itself what was counted.
        await foreach (var fact in facts.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation)) tally.Count(fact.Held(), 1);
    }

    private async Task CountAsync<TFact>(DbSet<TFact> facts, CancellationToken cancellation)
        where TFact : Fact
    {
        while (true)
        {
            var ids = await facts.Where(f => f.IsPending).OrderBy(f => f.Day).Select(f => f.Id).Take(Batch).ToArrayAsync(cancellation);
            if (ids.Length == 0) return;
            await db.InTransactionAsync(
                async () =>
                {
                    await LockAsync(cancellation);
                    // Changes nothing, but takes the rows: whoever changes one now waits until it is counted.
                    await facts.Where(f => ids.Contains(f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.IsPending, f => f.IsPending), cancellation);
                    var tally = new Tally(universities, state.Until);
                    foreach (var fact in await facts.AsNoTracking().Where(f => ids.Contains(f.Id) && f.IsPending).ToListAsync(cancellation))
                    {
                        tally.Count(fact.Held(), -1);
                        tally.Count(fact.Content(), 1);
                    }
                    await facts.Where(f => ids.Contains(f.Id))
                        .ExecuteUpdateAsync(set => set.SetProperty(f => f.IsPending, false).SetProperty(f => f.Counted, (string?)null), cancellation);
                    await WriteAsync(tally, cancellation);
                },
                cancellation);
        }
    }

    // One count at a time, also among several hosts: the others wait here.
    private async Task LockAsync(CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await db.FigureStates.ExecuteUpdateAsync(set => set.SetProperty(s => s.Until, s => s.Until), cancellation);
        state = await db.FigureStates.SingleAsync(cancellation);
    }

    private async Task WriteAsync(Tally tally, CancellationToken cancellation)
    {
        var changes = tally.Changes.ToList();
        await db.AddUpAsync(changes, cancellation);
        if (changes.Count > 0) state.SnapshotId = Guid.CreateVersion7();
        state.CountedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellation);
    }
}
