using System.Globalization;
using System.Resources;

namespace SmartRecruiting.Admin;

/// <summary>Names the module's texts: French in Text.resx, English in Text.en.resx.</summary>
internal sealed class Text
{
    private static readonly ResourceManager Texts = new(typeof(Text));

    private Text() { }

    /// <summary>A text in the reader's language, where no localizer can be injected: in the columns of a list, which live for ever.</summary>
    public static string Get(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    /// <summary>A text in this language, whoever reads: for mails.</summary>
    public static string In(CultureInfo language, string key, params object[] values) =>
        string.Format(language, Texts.GetString(key, language) ?? key, values);
}
