using System.Globalization;
using System.Resources;

namespace SmartRecruiting.Matching;

/// <summary>The module's texts where there is no request: on the command line.</summary>
internal static class MatchingText
{
    private static readonly ResourceManager Texts = new("SmartRecruiting.Matching.Text", typeof(MatchingText).Assembly);

    public static string Get(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    /// <summary>A text, its places filled in.</summary>
    public static string Get(string key, params object?[] values) => string.Format(CultureInfo.CurrentCulture, Get(key), values);
}
