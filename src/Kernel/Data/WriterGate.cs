using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SmartRecruiting.Kernel.Data;

/// <summary>
/// One writer at a time on SQLite: those who wait do so here, in order, without the 150 ms naps of SQLite's own retry.
/// On MariaDB everybody enters at once.
/// </summary>
public sealed class WriterGate(bool oneWriter) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConditionalWeakTable<DbContext, object> holders = [];

    /// <summary>Waits for the turn of this context; at once when it holds it already.</summary>
    public async ValueTask<Turn> EnterAsync(DbContext db, CancellationToken cancellation)
    {
        if (!Limits(db)) return default;
        if (!await gate.WaitAsync(Patience, cancellation)) throw new TimeoutException("The database has been busy for 30 seconds.");
        holders.Add(db, this);
        return new Turn(this, db);
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private bool Limits(DbContext db) => oneWriter && !holders.TryGetValue(db, out _);

    private void Leave(DbContext db)
    {
        if (holders.Remove(db)) gate.Release();
    }

    /// <summary>A turn at writing; disposing it lets the next one in.</summary>
    public readonly struct Turn(WriterGate? gate, DbContext? db) : IAsyncDisposable
    {
        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            if (gate is not null && db is not null) gate.Leave(db);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Sends ExecuteUpdate and ExecuteDelete, which bypass SaveChanges, through the same gate.</summary>
    internal sealed class Interceptor(WriterGate gate) : DbCommandInterceptor
    {
        private readonly ConditionalWeakTable<DbCommand, DbContext> entered = [];

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete
                && eventData.Context is { } db
                && gate.Limits(db))
            {
                await gate.EnterAsync(db, cancellationToken);
                entered.Add(command, db);
            }
            return result;
        }

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            Leave(command);
            return ValueTask.FromResult(result);
        }

        public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            Leave(command);
            return Task.CompletedTask;
        }

        public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Leave(command);
            return Task.CompletedTask;
        }

        private void Leave(DbCommand command)
        {
            if (!entered.TryGetValue(command, out var db)) return;
            entered.Remove(command);
            gate.Leave(db);
        }
    }
}
