using System.Globalization;
using System.Resources;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Recruiting;

/// <summary>Names the module's texts: French in Text.resx, English in Text.en.resx.</summary>
internal sealed class Text
{
    private static readonly ResourceManager Texts = new(typeof(Text));

    private Text() { }

    /// <summary>A text in the reader's language, where no localizer can be injected: in the columns of a list, which live for ever.</summary>
    public static string Get(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    /// <summary>A text in a given language, for a mail: fr or en.</summary>
    public static string In(string language, string key, params object[] values)
    {
        var culture = Cultures.Of(language);
        return string.Format(culture, Texts.GetString(key, culture) ?? key, values);
    }
}
