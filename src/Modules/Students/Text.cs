using System.Globalization;
using System.Resources;

namespace SmartRecruiting.Students;

/// <summary>Names the module's texts: French in Text.resx, English in Text.en.resx.</summary>
internal sealed class Text
{
    private static readonly ResourceManager Texts = new(typeof(Text));

    private Text() { }

    /// <summary>A text in a given language, for a mail.</summary>
    public static string In(CultureInfo language, string key, params object[] values) =>
        string.Format(language, Texts.GetString(key, language) ?? key, values);
}
