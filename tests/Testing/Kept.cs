using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace SmartRecruiting.Testing;

/// <summary>What a host on SQLite keeps, to compare before and after.</summary>
public static class Kept
{
    /// <summary>Each table with a hash of its rows. Not those that say who was there: sessions, and the audit of what was read.</summary>
    public static SortedDictionary<string, string> Tables(this TestHost host)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "smartrecruiting.db")};Mode=ReadOnly");
        connection.Open();
        var names = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'admin_sessions%' AND name NOT LIKE 'admin_audit%' AND name NOT LIKE 'sqlite_%'");
        return new(names.ToDictionary(name => name, name => Hash(Read(connection, $"SELECT * FROM \"{name}\""))), StringComparer.Ordinal);
    }

    /// <summary>The tables that are not as they were.</summary>
    public static IEnumerable<string> ChangedSince(this TestHost host, SortedDictionary<string, string> before) => host.Tables().Except(before).Select(table => table.Key);

    private static string Hash(IEnumerable<string> rows) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Order(StringComparer.Ordinal)))));

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return rows;
    }
}
