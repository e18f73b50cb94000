using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SmartRecruiting.Kernel.Data;

/// <summary>Adds numbers to rows that may be there or not, which EF Core has no word for and each database another.</summary>
public static class AddUpExtensions
{
    // SQLite takes 32,766 parameters a statement; a longer statement gains nothing.
    private const int RowsAtOnce = 100;

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
        var whenThere = db.Database.IsMySql()
            ? " ON DUPLICATE KEY UPDATE " + string.Join(", ", Names(numbers).Select(n => $"{n} = {n} + VALUES({n})"))
            : $" ON CONFLICT ({string.Join(", ", keyNames)}) DO UPDATE SET " + string.Join(", ", Names(numbers).Select(n => $"{n} = {table}.{n} + excluded.{n}"));
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            await using var add = Command();
            var text = new StringBuilder($"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ");
            for (var i = 0; i < some.Length; i++)
            {
                if (i > 0) text.Append(',');
                text.Append('(').AppendJoin(',', Add(add, some[i], [.. keys, .. numbers])).Append(')');
            }
            add.CommandText = text.Append(whenThere).ToString();
            await add.ExecuteNonQueryAsync(cancellation);
        }
        foreach (var some in rows.Where(r => numbers.Any(n => Convert.ToInt64(Value(r, n)) < 0)).Chunk(RowsAtOnce))
        {
            await using var drop = Command();
            var each = some.Select(row => string.Join(" AND ", keyNames.Zip(Add(drop, row, keys), (name, value) => $"{name} = {value}")));
            drop.CommandText = $"DELETE FROM {table} WHERE {string.Join(" AND ", Names(numbers).Select(n => n + " = 0"))} AND (({string.Join(") OR (", each)}))";
            await drop.ExecuteNonQueryAsync(cancellation);
        }

        string[] Names(IEnumerable<IProperty> properties) => [.. properties.Select(p => sql.DelimitIdentifier(p.GetColumnName()))];

        DbCommand Command()
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            return command;
        }
    }

    // The row's values as parameters of the command; their names.
    private static string[] Add(DbCommand command, object row, IProperty[] properties) =>
        [.. properties.Select(property =>
        {
            var name = $"@p{command.Parameters.Count}";
            command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, name, Value(row, property)));
            return name;
        })];

    private static object? Value(object row, IProperty property) => property.GetGetter().GetClrValue(row);
}
