using Microsoft.EntityFrameworkCore;

namespace SmartRecruiting.Kernel.Tests;

public sealed class WriterGateTests
{
    // Less than the gate's own, so that a gate left shut is told from a slow machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, EveryDatabase]
    public async Task Fifty_saves_at_once_all_succeed(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => ground.TellAsync($"n{i}"))));
        Assert.Equal(50, await ground.WithAsync(db => db.Notes.CountAsync()));
        Assert.Equal(100, await ground.DrainAsync());
    }

    [Theory, EveryDatabase]
    public async Task Saves_updates_and_transactions_take_turns(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.AddAsync(new Note { Code = "shared" });
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => ground.WithAsync(db => (i % 3) switch
        {
            0 => (Task)SaveAsync(db, $"n{i}"),
            1 => RenameAsync(db, $"title {i}"),
            _ => db.InTransactionAsync(
                async () =>
                {
                    await SaveAsync(db, $"n{i}");
                    await RenameAsync(db, $"title {i}");
                },
                CancellationToken.None),
        }))));
        Assert.Equal(21, await ground.WithAsync(db => db.Notes.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Fifty_identical_saves_leave_one_row_and_hold_nobody_up(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            try
            {
                await ground.TellAsync("same");
            }
            catch (DbUpdateException)
            {
                Interlocked.Increment(ref refused);
            }
        })));
        Assert.Equal(49, refused);
        Assert.Equal(2, await ground.DrainAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_write_that_fails_lets_the_next_one_in(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.AddAsync(new Note { Code = "a" }, new Note { Code = "b" });
        await ground.WithAsync(async first =>
        {
            first.Add(new Note { Code = "a" });
            await Assert.ThrowsAsync<DbUpdateException>(() => first.SaveChangesAsync(CancellationToken.None));
            await ground.AddAsync(new Note { Code = "c" }).WaitAsync(Patience, TestContext.Current.CancellationToken);

            await Assert.ThrowsAnyAsync<Exception>(() => first.Notes.Where(n => n.Code == "a").ExecuteUpdateAsync(s => s.SetProperty(n => n.Code, "b"), CancellationToken.None));
            await ground.AddAsync(new Note { Code = "d" }).WaitAsync(Patience, TestContext.Current.CancellationToken);

            await Assert.ThrowsAsync<NotSupportedException>(() => first.InTransactionAsync(() => throw new NotSupportedException(), CancellationToken.None));
            await ground.AddAsync(new Note { Code = "e" }).WaitAsync(Patience, TestContext.Current.CancellationToken);
        });
        Assert.Equal(5, await ground.WithAsync(db => db.Notes.CountAsync()));
    }

    [Fact]
    public async Task Who_gives_up_waiting_for_the_turn_writes_nothing_and_blocks_nobody()
    {
        await using var ground = await Ground.StartAsync(Database.Sqlite);
        using var impatient = new CancellationTokenSource();
        await ground.WithAsync(holder => holder.InTransactionAsync(
            async () =>
            {
                var waiting = ground.WithAsync(db =>
                {
                    db.Add(new Note { Code = "never" });
                    return db.SaveChangesAsync(impatient.Token);
                });
                await impatient.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
            },
            CancellationToken.None));
        await ground.AddAsync(new Note { Code = "next" }).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal("next", await ground.WithAsync(db => db.Notes.Select(n => n.Code).SingleAsync()));
    }

    [Fact]
    public async Task Saving_without_waiting_is_refused()
    {
        await using var ground = await Ground.StartAsync(Database.Sqlite);
        await ground.WithAsync(db =>
        {
            Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
            return Task.CompletedTask;
        });
    }

    private static Task<int> SaveAsync(NotesDb db, string code)
    {
        db.Add(new Note { Code = code });
        return db.SaveChangesAsync(CancellationToken.None);
    }

    private static Task<int> RenameAsync(NotesDb db, string title) =>
        db.Notes.Where(n => n.Code == "shared").ExecuteUpdateAsync(s => s.SetProperty(n => n.Title, title), CancellationToken.None);
}
