using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SmartRecruiting.Kernel.Data;

/// <summary>What each new connection is told before its first query.</summary>
internal sealed class ConnectionSettings(DatabaseProvider provider) : DbConnectionInterceptor
{
    // WAL lets readers go on beside the one writer; FULL keeps every acknowledged write through a power cut.
    private const string Sqlite = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000;";

    // Under REPEATABLE READ a claim locks gaps, and a producer's insert waits for it.
    private const string MySql = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

    private string Statement => provider is DatabaseProvider.Sqlite ? Sqlite : MySql;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Statement;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
