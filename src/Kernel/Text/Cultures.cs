using System.Globalization;

namespace SmartRecruiting.Kernel.Text;

/// <summary>The two languages of pages and mails.</summary>
public static class Cultures
{
    /// <summary>Of who says nothing else.</summary>
    public static CultureInfo French { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Dates and numbers as in Britain.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>English when asked for by name, French otherwise.</summary>
    public static CultureInfo Of(string? name) => name?.StartsWith("en", StringComparison.OrdinalIgnoreCase) is true ? English : French;
}
