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

    /// <summary>Forgets every figure and counts all facts again; the rows come out as they were.</summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        await db.InTransactionAsync(
            async () =>
            {
                await db.Figures.ExecuteDeleteAsync(cancellation);
                await db.OfferFacts.ExecuteUpdateAsync(set => set.SetProperty(f => f.IsPending, true).SetProperty(f => f.Counted, (string?)null), cancellation);
                await db.SentFacts.ExecuteUpdateAsync(set => set.SetProperty(f => f.IsPending, true).SetProperty(f => f.Counted, (string?)null), cancellation);
                await db.SearchFacts.ExecuteUpdateAsync(set => set.SetProperty(f => f.IsPending, true).SetProperty(f => f.Counted, (string?)null), cancellation);
            },
            cancellation);
        await RunAsync(cancellation);
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        if (await db.FigureStates.AnyAsync(cancellation)) return;
        db.Add(new FigureState());
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    // The part of a month that is compared with grows each day, and begins anew each month.
    private Task MoveAsync(CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await LockAsync(cancellation);
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            if (state.Until >= today) return;
            var (first, last) = Tally.PartOf(today);
            if (state.Until == default || Tally.PartOf(state.Until).First != first) await db.Figures.Where(f => f.Month < 0).ExecuteDeleteAsync(cancellation);
            else first = Tally.PartOf(state.Until).Last.AddDays(1);
            var tally = new Tally(universities, today);
            await foreach (var fact in db.OfferFacts.AsNoTracking().Where(f => f.Day >= first && f.Day <= last).AsAsyncEnumerable().WithCancellation(cancellation)) tally.Count(fact.Held(), 1, onlyPart: true);
            await foreach (var fact in db.SentFacts.AsNoTracking().Where(f => f.Day >= first && f.Day <= last).AsAsyncEnumerable().WithCancellation(cancellation)) tally.Count(fact.Held(), 1, onlyPart: true);
            await foreach (var fact in db.SearchFacts.AsNoTracking().Where(f => f.Day >= first && f.Day <= last).AsAsyncEnumerable().WithCancellation(cancellation)) tally.Count(fact.Held(), 1, onlyPart: true);
            state.Until = today;
            await WriteAsync(tally, cancellation);
        },
        cancellation);

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
