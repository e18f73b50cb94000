using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>Addresses of dashboards: everything that is shown stands in them.</summary>
internal static class Address
{
    public static string Of(Place place, StatYear year, string? tab = null) => "/dashboard" + Query(place, year, ("tab", tab));

    /// <summary>The offers behind a figure.</summary>
    public static string Behind(Place place, StatYear year, string by, string key) => "/dashboard/offers" + Query(place, year, ("by", by), ("key", key));

    /// <summary>One table, whole.</summary>
    public static string Table(Place place, StatYear year, string table, string? format = null) =>
        "/dashboard/table" + Query(place, year, ("table", table), ("format", format));

    private static QueryString Query(Place place, StatYear year, params (string Key, string? Value)[] more) => QueryString.Create(
        new (string Key, string? Value)[]
        {
            ("level", place.Level.ToString().ToLowerInvariant()), ("id", place.Id.ToString()), ("year", year.Start.ToString(CultureInfo.InvariantCulture)),
            ("basis", year.Basis is YearBasis.Calendar ? "calendar" : null),
        }.Concat(more).Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value)));
}
