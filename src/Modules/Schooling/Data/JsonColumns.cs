using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SmartRecruiting.Schooling.Data;

/// <summary>Values that are read and written whole, kept as JSON text: the same on both databases.</summary>
internal static class JsonColumns
{
    public static void AsJson<T>(this PropertyBuilder<IReadOnlyList<T>> list) => list.HasConversion(
        new ValueConverter<IReadOnlyList<T>, string>(
            items => JsonSerializer.Serialize(items, (JsonSerializerOptions?)null),
            text => JsonSerializer.Deserialize<T[]>(text, (JsonSerializerOptions?)null) ?? Array.Empty<T>()),
        new ValueComparer<IReadOnlyList<T>>(
            (one, other) => one != null && other != null && one.SequenceEqual(other),
            items => items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
            items => items.ToArray()));

    public static void AsJson(this PropertyBuilder<OfferSnapshot> offer) => offer.HasConversion(new ValueConverter<OfferSnapshot, string>(
        snapshot => JsonSerializer.Serialize(snapshot, (JsonSerializerOptions?)null),
        text => JsonSerializer.Deserialize<OfferSnapshot>(text, (JsonSerializerOptions?)null)!));
}
