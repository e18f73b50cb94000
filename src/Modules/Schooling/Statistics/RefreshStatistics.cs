using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;
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

    // Figures that a count from scratch holds before it writes them: some hundred megabytes at the most.
    private const int MostHeld = 200_000;

    private FigureState state = null!;

    /// <summary>The job.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await StartAsync(cancellation);
        await MoveAsync(cancellation);
        await CountAsync(db.OfferFacts, cancellation);
        await CountAsync(db.SentFacts, cancellation);
        await CountAsync(db.SearchFacts, cancellation);
    }

    /// <summary>Forgets every figure and counts all facts again; the rows come out as they were. Nothing else is written meanwhile.</summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        await StartAsync(cancellation);
        await db.InTransactionAsync(
            async () =>
            {
                await LockAsync(cancellation);
                await db.Figures.ExecuteDeleteAsync(cancellation);
                (state.Until, state.SnapshotId, state.CountedAt) = (Today, Guid.CreateVersion7(), clock.GetUtcNow().UtcDateTime);
                await CountAllAsync(db.OfferFacts, cancellation);
                await CountAllAsync(db.SentFacts, cancellation);
                await CountAllAsync(db.SearchFacts, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    // Compared with a parameter: SQLite does not look "WHERE IsPending" alone up in the index, and all facts would be read for the few.
    private static Expression<Func<TFact, bool>> IsPending<TFact>()
        where TFact : Fact
    {
        var pending = true;
        return f => f.IsPending == pending;
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        if (await db.FigureStates.AnyAsync(cancellation)) return;
        db.Add(new FigureState());
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    // The part of a term that is compared with grows each day, and begins anew each term.
    private Task MoveAsync(CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await LockAsync(cancellation);
            if (state.Until >= Today) return;
            var (first, last) = Tally.PartOf(Today);
            if (state.Until == default || Tally.PartOf(state.Until).First != first) await db.Figures.Where(f => f.Period < 0).ExecuteDeleteAsync(cancellation);
            else first = Tally.PartOf(state.Until).Last.AddDays(1);
            var tally = new Tally(Today);
            await CountPartAsync(db.OfferFacts);
            await CountPartAsync(db.SentFacts);
            await CountPartAsync(db.SearchFacts);
            // Another day is another state of the figures, even when no number changed: what is kept of them says until when.
            (state.Until, state.SnapshotId) = (Today, Guid.CreateVersion7());
            await WriteAsync(tally, cancellation);

            async Task CountPartAsync<TFact>(IQueryable<TFact> facts)
                where TFact : Fact
            {
                await foreach (var fact in Between(facts, first, last).WithCancellation(cancellation)) tally.Count(fact.Held(), 1, onlyPart: true);
            }
        },
        cancellation);

    private async Task CountAllAsync<TFact>(IQueryable<TFact> facts, CancellationToken cancellation)
        where TFact : Fact
    {
        await facts.Where(IsPending<TFact>()).ExecuteUpdateAsync(set => set.SetProperty(f => f.IsPending, false).SetProperty(f => f.Counted, (string?)null), cancellation);
        if (await facts.MinAsync(f => (DateOnly?)f.Day, cancellation) is not { } first) return;
        var last = await facts.MaxAsync(f => f.Day, cancellation);
        var tally = new Tally(state.Until);
        // Month by month: facts of neighbouring days share their figures, and what is held stays small.
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            // What they hold, not what they say: one that has changed since is pending again, and tells itself what was counted.
            await foreach (var fact in Between(facts, month, month.AddMonths(1).AddDays(-1)).WithCancellation(cancellation)) tally.Count(fact.Held(), 1);
            if (tally.Size < MostHeld && month.AddMonths(1) <= last) continue;
            await WriteAsync(tally, cancellation);
            tally = new Tally(state.Until);
        }
    }

    private static IAsyncEnumerable<TFact> Between<TFact>(IQueryable<TFact> facts, DateOnly first, DateOnly last)
        where TFact : Fact => facts.AsNoTracking().Where(f => f.Day >= first && f.Day <= last).AsAsyncEnumerable();

    private async Task CountAsync<TFact>(DbSet<TFact> facts, CancellationToken cancellation)
        where TFact : Fact
    {
        while (true)
        {
            var ids = await facts.Where(IsPending<TFact>()).OrderBy(f => f.Day).Select(f => f.Id).Take(Batch).ToArrayAsync(cancellation);
            if (ids.Length == 0) return;
            await db.InTransactionAsync(
                async () =>
                {
                    await LockAsync(cancellation);
                    // Changes nothing, but takes the rows: whoever changes one now waits until it is counted.
                    await facts.Where(f => ids.Contains(f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.IsPending, f => f.IsPending), cancellation);
                    var tally = new Tally(state.Until);
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
