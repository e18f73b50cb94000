using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SmartRecruiting.Kernel.Data;

/// <summary>Adds numbers to rows that may be there or not, which EF Core has no word for and each database another.</summary>
public static class AddUpExtensions
{
    // A server is far: many rows a statement. SQLite is near, and looks each parameter up among all of its statement: few.
    private const int RowsAtOnce = 100, RowsAtOnceNear = 4;

    /// <summary>
    /// For each row: makes it when its key is new, else adds its numbers to those that are there. Rows whose numbers have all come to
    /// zero go. Call it within <see cref="ModuleDb.InTransactionAsync"/>.
    /// </summary>
    /// <param name="db">The context; the rows are not tracked.</param>
    /// <param name="rows">Each key once; all properties outside the key are whole numbers.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task AddUpAsync<TRow>(this ModuleDb db, IReadOnlyCollection<TRow> rows, CancellationToken cancellation)
        where TRow : class
    {
        if (rows.Count == 0) return;
        var type = db.Model.FindEntityType(typeof(TRow))!;
        IProperty[] keys = [.. type.FindPrimaryKey()!.Properties];
        IProperty[] numbers = [.. type.GetProperties().Except(keys)];
        var sql = db.GetService<ISqlGenerationHelper>();
        var table = sql.DelimitIdentifier(type.GetTableName()!);
        var (names, keyNames) = (Names([.. keys, .. numbers]), Names(keys));
        var isFar = db.Database.IsMySql();
        var atOnce = isFar ? RowsAtOnce : RowsAtOnceNear;
        var insert = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ";
        var whenThere = isFar
            ? " ON DUPLICATE KEY UPDATE " + string.Join(", ", Names(numbers).Select(n => $"{n} = {n} + VALUES({n})"))
            : $" ON CONFLICT ({string.Join(", ", keyNames)}) DO UPDATE SET " + string.Join(", ", Names(numbers).Select(n => $"{n} = {table}.{n} + excluded.{n}"));
        await RunAsync(rows, [.. keys, .. numbers], each => $"{insert}({string.Join("), (", each.Select(row => string.Join(", ", row)))}){whenThere}");
        var isZero = string.Join(" AND ", Names(numbers).Select(n => n + " = 0"));
        await RunAsync(
            [.. rows.Where(r => numbers.Any(n => Convert.ToInt64(Value(r, n)) < 0))],
            keys,
            each => $"DELETE FROM {table} WHERE {isZero} AND (({string.Join(") OR (", each.Select(row => string.Join(" AND ", keyNames.Zip(row, (name, value) => $"{name} = {value}"))))}))");

        // One statement for so many rows, used again with other values: the text is made of the names of their parameters, row by row.
        async Task RunAsync(IReadOnlyCollection<TRow> all, IProperty[] given, Func<IEnumerable<string[]>, string> text)
        {
            DbCommand? command = null;
            try
            {
                foreach (var some in all.Chunk(atOnce))
                {
                    if (command is null || command.Parameters.Count != some.Length * given.Length)
                    {
                        if (command is not null) await command.DisposeAsync();
                        command = db.Database.GetDbConnection().CreateCommand();
                        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
                        command.CommandText = text([.. some.Select(row => Add(command, row, given))]);
                    }
                    else
                    {
                        for (var i = 0; i < command.Parameters.Count; i++) command.Parameters[i].Value = Stored(some[i / given.Length], given[i % given.Length]);
                    }
                    await command.ExecuteNonQueryAsync(cancellation);
                }
            }
            finally
            {
                if (command is not null) await command.DisposeAsync();
            }
        }

        string[] Names(IEnumerable<IProperty> properties) => [.. properties.Select(p => sql.DelimitIdentifier(p.GetColumnName()))];
    }

    // The row's values as parameters of the command; their names.
    private static string[] Add(DbCommand command, object row, IProperty[] properties) =>
        [.. properties.Select(property =>
        {
            var name = $"@p{command.Parameters.Count}";
            command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, name, Value(row, property)));
            return name;
        })];

    // As the database takes it.
    private static object Stored(object row, IProperty property) =>
        (property.GetRelationalTypeMapping().Converter is { } converter ? converter.ConvertToProvider(Value(row, property)) : Value(row, property)) ?? DBNull.Value;

    private static object? Value(object row, IProperty property) => property.GetGetter().GetClrValue(row);
}
