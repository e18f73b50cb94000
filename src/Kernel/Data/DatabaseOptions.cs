namespace SmartRecruiting.Kernel.Data;

/// <summary>The two databases that the product runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded; a file under the data directory.</summary>
    Sqlite,

    /// <summary>MariaDB or MySQL.</summary>
    MySql,
}

/// <summary>Configuration section "Database".</summary>
public sealed class DatabaseOptions
{
    /// <summary>Which database.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Needed for MariaDB; for SQLite it is made from the data directory when empty.</summary>
    public string ConnectionString { get; set; } = "";
}
