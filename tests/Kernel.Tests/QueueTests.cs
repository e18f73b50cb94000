using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Kernel.Queue;

namespace SmartRecruiting.Kernel.Tests;

public sealed class QueueTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Theory, EveryDatabase]
    public async Task Among_8_claimers_at_once_each_row_goes_to_one(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await FillAsync(ground, 250);
        var claimed = new ConcurrentBag<Guid>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (IReadOnlyList<OutboxRow>? rows = null; rows is not { Count: 0 };)
            {
                rows = await ClaimAsync(ground, 7);
                foreach (var row in rows) claimed.Add(row.Id);
            }
        })));
        Assert.Equal(250, claimed.Count);
        Assert.Equal(250, claimed.Distinct().Count());
    }

    [Theory, EveryDatabase]
    public async Task The_oldest_due_rows_come_first_and_no_more_than_asked_for(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await FillAsync(ground, 1, TimeSpan.FromSeconds(1));
        await FillAsync(ground, 1, TimeSpan.FromSeconds(-1));
        await FillAsync(ground, 2);
        var first = await ClaimAsync(ground, 2);
        Assert.Equal([ground.Now.AddSeconds(-1), ground.Now], first.Select(r => r.DueAt));
        Assert.Single(await ClaimAsync(ground, 5));
    }

    [Theory, EveryDatabase]
    public async Task When_a_lease_has_run_out_another_worker_takes_over_and_the_first_has_no_say_any_more(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await FillAsync(ground, 1);
        var late = Assert.Single(await ClaimAsync(ground, 5));
        ground.Clock.Advance(Lease);
        Assert.Empty(await ClaimAsync(ground, 5));
        ground.Clock.Advance(TimeSpan.FromSeconds(1));
        var heir = Assert.Single(await ClaimAsync(ground, 5));
        Assert.Equal(late.Id, heir.Id);

        await ground.WithAsync(db => db.CompleteAsync(late, ground.Now, CancellationToken.None));
        await ground.WithAsync(db => db.FailAsync(late, "Late", forGood: true, ground.Now, CancellationToken.None));
        var row = await ground.WithAsync(db => db.Outbox.AsNoTracking().SingleAsync());
        Assert.Equal((null, null, 0), (row.DoneAt, row.DeadAt, row.Tries));
        Assert.Equal(heir.LeasedUntil, row.LeasedUntil);

        await ground.WithAsync(db => db.CompleteAsync(heir, ground.Now, CancellationToken.None));
        row = await ground.WithAsync(db => db.Outbox.AsNoTracking().SingleAsync());
        Assert.Equal((ground.Now, null), (row.DoneAt, row.LeasedUntil));
        Assert.Equal(DateTimeKind.Utc, row.DoneAt!.Value.Kind);
    }

    [Theory, EveryDatabase]
    public async Task What_can_never_succeed_is_set_aside_at_once(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await FillAsync(ground, 1);
        var row = Assert.Single(await ClaimAsync(ground, 5));
        await ground.WithAsync(db => db.FailAsync(row, new string('x', 600), forGood: true, ground.Now, CancellationToken.None));
        ground.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await ClaimAsync(ground, 5));
        var dead = await ground.WithAsync(db => db.Outbox.SingleAsync());
        Assert.Equal((1, 500), (dead.Tries, dead.Error!.Length));
        Assert.NotNull(dead.DeadAt);
    }

    private static Task<int> FillAsync(Ground ground, int rows, TimeSpan due = default) => ground.WithAsync(db =>
    {
        for (var i = 0; i < rows; i++)
        {
            db.Outbox.Add(new() { Event = "Any", Handler = "Any", Payload = "{}", CreatedAt = ground.Now, DueAt = ground.Now + due });
        }
        return db.SaveChangesAsync(CancellationToken.None);
    });

    private static Task<IReadOnlyList<OutboxRow>> ClaimAsync(Ground ground, int most) =>
        ground.WithAsync(db => db.ClaimAsync<OutboxRow>(most, Lease, ground.Now, CancellationToken.None));
}
