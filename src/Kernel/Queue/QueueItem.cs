using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Kernel.Queue;

/// <summary>
/// A row that is work to do: claimed under a lease by one worker at a time, tried again later when it fails, set aside as a dead
/// letter when it keeps failing. The database is the queue, so a killed worker loses nothing.
/// </summary>
public abstract class QueueItem
{
    /// <summary>Ordered by time of creation.</summary>
    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <summary>When it was written.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it may be tried (again).</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>Failures so far.</summary>
    public int Tries { get; init; }

    /// <summary>Token of the claim that holds or last held it.</summary>
    public Guid? Lease { get; init; }

    /// <summary>When that claim ends by itself.</summary>
    public DateTime? LeasedUntil { get; init; }

    /// <summary>When it was done.</summary>
    public DateTime? DoneAt { get; init; }

    /// <summary>When it was set aside.</summary>
    public DateTime? DeadAt { get; init; }

    /// <summary>What the last failure said; nothing personal.</summary>
    public string? Error { get; init; }

    /// <summary>The index that a claim needs.</summary>
    protected static void Describe<T>(EntityTypeBuilder<T> item) where T : QueueItem
    {
        item.Property(x => x.Error).HasMaxLength(500);
        item.HasIndex(x => new { x.DoneAt, x.DeadAt, x.DueAt });
    }
}

/// <summary>Claims, completes and puts back rows of a queue, by conditional updates that hold on both databases.</summary>
public static class QueueOperations
{
    private const int MostTries = 12;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Rows that nobody holds and that are due.</summary>
    public static IQueryable<T> Due<T>(this IQueryable<T> items, DateTime now) where T : QueueItem =>
        items.Where(x => x.DoneAt == null && x.DeadAt == null && x.DueAt <= now && (x.LeasedUntil == null || x.LeasedUntil < now));

    /// <summary>Takes at most <paramref name="most"/> due rows for the length of a lease; another worker never gets the same.</summary>
    public static async Task<IReadOnlyList<T>> ClaimAsync<T>(
        this DbContext db, int most, TimeSpan lease, DateTime now, CancellationToken cancellation) where T : QueueItem
    {
        var ids = await db.Set<T>().Due(now).OrderBy(x => x.DueAt).ThenBy(x => x.Id).Take(most).Select(x => x.Id).ToListAsync(cancellation);
        if (ids.Count == 0) return [];
        var token = Guid.NewGuid();
        await db.Set<T>().Due(now).Where(x => ids.Contains(x.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.Lease, token).SetProperty(x => x.LeasedUntil, now + lease), cancellation);
        return await db.Set<T>().AsNoTracking().Where(x => x.Lease == token).OrderBy(x => x.DueAt).ThenBy(x => x.Id).ToListAsync(cancellation);
    }

    /// <summary>Marks a claimed row as done; nothing happens when the claim is no longer ours.</summary>
    public static Task CompleteAsync<T>(this DbContext db, T item, DateTime now, CancellationToken cancellation) where T : QueueItem =>
        db.Set<T>().Where(x => x.Id == item.Id && x.Lease == item.Lease).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.DoneAt, now).SetProperty(x => x.LeasedUntil, (DateTime?)null).SetProperty(x => x.Error, (string?)null), cancellation);

    /// <summary>Puts a claimed row back for a later try (10 s doubling to 1 h), or sets it aside after 12 tries or when it can never succeed.</summary>
    public static Task FailAsync<T>(this DbContext db, T item, string error, bool forGood, DateTime now, CancellationToken cancellation) where T : QueueItem
    {
        var tries = item.Tries + 1;
        var wait = TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << Math.Min(item.Tries, 16), LongestWait.Ticks));
        DateTime? dead = forGood || tries >= MostTries ? now : null;
        var shown = error.Length <= 500 ? error : error[..500];
        return db.Set<T>().Where(x => x.Id == item.Id && x.Lease == item.Lease).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.Tries, tries).SetProperty(x => x.DueAt, now + wait).SetProperty(x => x.LeasedUntil, (DateTime?)null)
                .SetProperty(x => x.DeadAt, dead).SetProperty(x => x.Error, shown), cancellation);
    }

    /// <summary>Has rows that were set aside tried again, from the first try on; returns how many there were.</summary>
    /// <param name="db">The context that keeps them.</param>
    /// <param name="id">One row; null for all of them.</param>
    /// <param name="now">When they are due.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static Task<int> RetryAsync<T>(this DbContext db, Guid? id, DateTime now, CancellationToken cancellation) where T : QueueItem =>
        db.Set<T>().Where(x => x.DeadAt != null && x.DoneAt == null && (id == null || x.Id == id)).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.DeadAt, (DateTime?)null).SetProperty(x => x.Tries, 0).SetProperty(x => x.DueAt, now), cancellation);
}
