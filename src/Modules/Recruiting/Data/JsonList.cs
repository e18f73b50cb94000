using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SmartRecruiting.Recruiting.Data;

/// <summary>Short lists that are only ever read and written whole: one JSON column, the same on both databases.</summary>
internal static class JsonList
{
    public static PropertyBuilder<IReadOnlyList<T>> HasJsonList<T>(this PropertyBuilder<IReadOnlyList<T>> property) => property.HasConversion(
        new ValueConverter<IReadOnlyList<T>, string>(list => Write(list), json => Read<T>(json)),
        new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list));

    private static string Write<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list);

    private static List<T> Read<T>(string json) => JsonSerializer.Deserialize<List<T>>(json) ?? [];
}
