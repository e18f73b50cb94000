using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SmartRecruiting.Kernel.Data;

/// <summary>
/// What each new connection is told before its first query; one that comes back from the pool knows it already, on SQLite. There a
/// context also keeps its connection until it is disposed of: taking one from the pool for each query costs as much as a small query. A
/// server's connections are few, and go back after each query.
/// </summary>
internal sealed class ConnectionSettings(DatabaseProvider provider) : DbConnectionInterceptor
{
    // WAL lets readers go on beside the one writer; FULL keeps every acknowledged write through a power cut; what is deleted is overwritten,
    // for somebody who was erased must not be found in the file.
    private const string Sqlite = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000; PRAGMA secure_delete=ON;";

    // Under REPEATABLE READ a claim locks gaps, and a producer's insert waits for it.
    private const string MySql = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

    private readonly ConditionalWeakTable<object, object> told = [];

    private string Statement => provider is DatabaseProvider.Sqlite ? Sqlite : MySql;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (KnowsAlready(connection)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Statement;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (KnowsAlready(connection)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = Statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        Closing(result);

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        ValueTask.FromResult(Closing(result));

    private InterceptionResult Closing(InterceptionResult result) => provider is DatabaseProvider.Sqlite ? InterceptionResult.Suppress() : result;

    // EF asks whether a database is there over a connection that may not write, not even the mode of the journal of a restored file.
    private static bool IsReadOnly(SqliteConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode is SqliteOpenMode.ReadOnly;

    // MariaDB's driver resets a session when it is taken from the pool; SQLite's keeps it.
    private bool KnowsAlready(DbConnection connection) =>
        connection is SqliteConnection { Handle: { } handle } sqlite && (!told.TryAdd(handle, handle) || IsReadOnly(sqlite));
}
