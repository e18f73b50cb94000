using System.Globalization;

namespace SmartRecruiting.Host;

/// <summary>The two languages of the interface.</summary>
internal static class Cultures
{
    public static CultureInfo French { get; } = CultureInfo.GetCultureInfo("fr-FR");

    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>English when asked for by name, French otherwise.</summary>
    public static CultureInfo Of(string? name) => name?.StartsWith("en", StringComparison.OrdinalIgnoreCase) is true ? English : French;
}
