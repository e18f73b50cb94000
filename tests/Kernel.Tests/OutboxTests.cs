using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Kernel.Queue;

namespace SmartRecruiting.Kernel.Tests;

public sealed class OutboxTests
{
    private static readonly int[] Waits = [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600];

    [Theory, EveryDatabase]
    public async Task An_event_published_with_a_save_reaches_each_handler_once(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.TellAsync("a", "b");
        Assert.Empty(ground.Ledger.Done);
        Assert.Equal(4, await ground.DrainAsync());
        Assert.Equal(0, await ground.DrainAsync());
        Assert.Equal(4, ground.Ledger.Done.Distinct().Count());
        Assert.Equal((2, 2), (ground.Ledger.Of("first"), ground.Ledger.Of("second")));
    }

    [Theory, EveryDatabase]
    public async Task A_failing_handler_neither_blocks_nor_repeats_another(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        ground.Ledger.Failing.Add("first");
        await ground.TellAsync("a", "b");
        await ground.DrainAsync();
        Assert.Equal((0, 2), (ground.Ledger.Of("first"), ground.Ledger.Of("second")));
        ground.Ledger.Failing.Clear();
        ground.Clock.Advance(TimeSpan.FromSeconds(10));
        await ground.DrainAsync();
        Assert.Equal((2, 2), (ground.Ledger.Of("first"), ground.Ledger.Of("second")));
    }

    [Theory, EveryDatabase]
    public async Task A_failure_waits_10_seconds_then_twice_as_long_each_time_up_to_an_hour_and_is_set_aside_after_12(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        ground.Ledger.Failing.Add("second");
        await ground.TellAsync("a");
        Assert.Equal(2, await ground.DrainAsync());
        foreach (var wait in Waits)
        {
            ground.Clock.Advance(TimeSpan.FromSeconds(wait - 1));
            Assert.Equal(0, await ground.DrainAsync());
            ground.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(1, await ground.DrainAsync());
        }
        var dead = await ground.WithAsync(db => db.Outbox.SingleAsync(x => x.DoneAt == null));
        Assert.Equal((12, ground.Now), (dead.Tries, dead.DeadAt));
        Assert.Equal("TimeZoneNotFoundException", dead.Error);
        ground.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal(0, await ground.DrainAsync());
        Assert.Equal((1, 0), (ground.Ledger.Of("first"), ground.Ledger.Of("second")));
    }

    [Theory, EveryDatabase]
    public async Task A_transaction_rolled_back_tells_nobody(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await Assert.ThrowsAsync<NotSupportedException>(() => ground.WithAsync(db => db.InTransactionAsync(
            async () =>
            {
                db.Add(new Note { Code = "a" });
                db.Publish(new NoteWritten("a"));
                await db.SaveChangesAsync(CancellationToken.None);
                throw new NotSupportedException();
            },
            CancellationToken.None)));
        Assert.Equal(0, await ground.DrainAsync());
        Assert.Equal(0, await ground.WithAsync(db => db.Notes.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Several_saves_in_a_transaction_tell_all_at_its_end(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.WithAsync(db => db.InTransactionAsync(
            async () =>
            {
                for (var code = "a"; code.Length < 3; code += "a")
                {
                    db.Add(new Note { Code = code });
                    db.Publish(new NoteWritten(code));
                    await db.SaveChangesAsync(CancellationToken.None);
                }
            },
            CancellationToken.None));
        Assert.Equal(4, await ground.DrainAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_failed_save_tells_nobody_and_its_repetition_once(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.AddAsync(new Note { Code = "taken" });
        await ground.WithAsync(async db =>
        {
            var note = new Note { Code = "taken" };
            db.Add(note);
            db.Publish(new NoteWritten("taken"));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(CancellationToken.None));
            Assert.Equal(0, await ground.DrainAsync());
            db.Remove(note);
            db.Add(new Note { Code = "free" });
            await db.SaveChangesAsync(CancellationToken.None);
        });
        Assert.Equal(2, await ground.DrainAsync());
        Assert.Equal(["free", "taken"], await ground.WithAsync(db => db.Notes.Select(n => n.Code).OrderBy(c => c).ToListAsync()));
    }

    [Theory, EveryDatabase]
    public async Task An_event_that_was_never_saved_does_not_leave_with_the_next_request(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.WithAsync(db =>
        {
            db.Publish(new NoteWritten("unsaved"));
            return Task.FromResult(0);
        });
        await ground.AddAsync(new Note { Code = "saved" });
        Assert.Equal(0, await ground.DrainAsync());
    }

    [Theory, EveryDatabase]
    public async Task What_was_delivered_is_forgotten_after_30_days_and_a_dead_letter_never(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        ground.Ledger.Failing.Add("second");
        await ground.TellAsync("a");
        await ground.DrainAsync();
        foreach (var wait in Waits)
        {
            ground.Clock.Advance(TimeSpan.FromSeconds(wait));
            await ground.DrainAsync();
        }
        ground.Clock.Advance(TimeSpan.FromDays(29));
        await ground.Relay.PurgeAsync(CancellationToken.None);
        Assert.Equal(2, await ground.WithAsync(db => db.Outbox.CountAsync()));
        ground.Clock.Advance(TimeSpan.FromDays(1.01));
        await ground.Relay.PurgeAsync(CancellationToken.None);
        var kept = await ground.WithAsync(db => db.Outbox.SingleAsync());
        Assert.NotNull(kept.DeadAt);
    }

    [Theory, EveryDatabase]
    public async Task A_commit_wakes_the_relay_of_its_process(Database database)
    {
        await using var ground = await Ground.StartAsync(database, background: true);
        await ground.Relay.StartAsync(CancellationToken.None);
        await ground.TellAsync("a");
        await ground.Ledger.Something.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await ground.Relay.StopAsync(CancellationToken.None);
    }

    // Only SQLite is one host's own: on MariaDB another host may still be at work, so there the lease must run out.
    [Fact]
    public async Task What_a_killed_host_had_claimed_on_SQLite_is_free_at_the_next_start()
    {
        await using var ground = await Ground.StartAsync(Database.Sqlite, background: true);
        await ground.TellAsync("a");
        await ground.WithAsync(db => db.ClaimAsync<OutboxRow>(10, TimeSpan.FromMinutes(1), ground.Now, CancellationToken.None));
        await ground.Relay.StartAsync(CancellationToken.None);
        await ground.Ledger.Something.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await ground.Relay.StopAsync(CancellationToken.None);
    }

    [Theory, EveryDatabase]
    public async Task A_handler_that_this_version_lacks_delays_only_its_own_rows(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.WithAsync(db =>
        {
            db.Outbox.Add(new() { Event = "NoteWritten", Handler = "Gone", Payload = "{}", CreatedAt = ground.Now, DueAt = ground.Now });
            return db.SaveChangesAsync(CancellationToken.None);
        });
        await ground.TellAsync("a");
        await ground.DrainAsync();
        Assert.Equal(2, ground.Ledger.Done.Count);
        Assert.Equal(1, await ground.WithAsync(db => db.Outbox.CountAsync(x => x.Tries == 1 && x.DoneAt == null)));
    }
}
