using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Kernel.Data;

/// <summary>
/// Takes a person's name and address out of every text of a module's tables, its outbox included: an offer is copied to whoever works
/// with it, and no module knows all the copies. A row is the person's when it has their address or their account's id.
/// </summary>
public static class Sweep
{
    /// <summary>What stands where a name or an address stood.</summary>
    public const string Erased = "…";

    /// <summary>Annotation of a table whose rows may not change, and which therefore must hold no name.</summary>
    public const string AppendOnly = "AppendOnly";

    // A shorter name is a word of the language too often.
    private const int ShortestName = 4;

    /// <summary>Returns how many rows changed.</summary>
    public static async Task<int> SweepAsync(this ModuleDb db, PersonalOwner owner, CancellationToken cancellation)
    {
        var words = Words(owner);
        var changed = 0;
        await db.InTransactionAsync(
            async () =>
            {
                foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.GetTableName() is not null && e.FindAnnotation(AppendOnly) is null))
                {
                    changed += await SweepAsync(db, entity, owner, words, cancellation);
                }
            },
            cancellation);
        return changed;
    }

    private static async Task<int> SweepAsync(ModuleDb db, IEntityType entity, PersonalOwner owner, Regex words, CancellationToken cancellation)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        var sql = db.GetService<ISqlGenerationHelper>();
        string Column(IProperty property) => sql.DelimitIdentifier(property.GetColumnName(table)!);
        var key = entity.FindPrimaryKey()!.Properties;
        // A unique text is a module's own to change: what stands for an erased one would stand there twice.
        var texts = entity.GetFlattenedProperties().Where(p => !key.Contains(p) && !p.IsUniqueIndex() && IsText(p)).ToList();
        var ids = entity.GetFlattenedProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid)).ToList();
        if (texts.Count == 0) return 0;
        var from = sql.DelimitIdentifier(table.Name);
        var conditions = texts.SelectMany(p => new[] { $"INSTR(LOWER({Column(p)}), @email) > 0", $"INSTR(LOWER({Column(p)}), @escaped) > 0" }).Concat(ids.Select(p => $"{Column(p)} = @id"));
        var rows = new List<(object[] Key, string?[] Texts)>();
        await using (var find = Command(db, $"SELECT {string.Join(", ", key.Concat(texts).Select(Column))} FROM {from} WHERE {string.Join(" OR ", conditions)}"))
        {
            Add(find, "@email", owner.Email);
            Add(find, "@escaped", Escaped(owner.Email).ToLowerInvariant());
            Add(find, "@id", owner.AccountId);
            await using var reader = await find.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                rows.Add((
                    [.. Enumerable.Range(0, key.Count).Select(reader.GetValue)],
                    [.. Enumerable.Range(key.Count, texts.Count).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))]));
            }
        }
        var changed = 0;
        foreach (var (id, before) in rows)
        {
            var after = before.Select(text => text is null ? null : words.Replace(text, Erased)).ToArray();
            var different = Enumerable.Range(0, texts.Count).Where(i => after[i] != before[i]).ToList();
            if (different.Count == 0) continue;
            await using var update = Command(
                db, $"UPDATE {from} SET {string.Join(", ", different.Select(i => $"{Column(texts[i])} = @t{i}"))} WHERE {string.Join(" AND ", key.Select((p, i) => $"{Column(p)} = @k{i}"))}");
            foreach (var i in different) Add(update, $"@t{i}", after[i]!);
            for (var i = 0; i < id.Length; i++) Add(update, $"@k{i}", id[i]);
            changed += await update.ExecuteNonQueryAsync(cancellation);
        }
        return changed;
    }

    private static bool IsText(IProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsEnum: false }
        && (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string);

    // As written, as JSON writes it, and as search columns hold it. Words end where letters do: Ann is not in Anne.
    private static Regex Words(PersonalOwner owner)
    {
        var names = owner.Name.Length < ShortestName ? [] : new[] { owner.Name, Fold.Text(owner.Name) };
        var all = names.Append(owner.Email).SelectMany(word => new[] { word, Escaped(word) }).Distinct().OrderByDescending(word => word.Length);
        return new Regex(string.Join('|', all.Select(word => $@"(?<![\p{{L}}\d]){Regex.Escape(word)}(?![\p{{L}}\d])")), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private static string Escaped(string word) => JsonEncodedText.Encode(word).ToString();

    private static DbCommand Command(ModuleDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
