using System.Globalization;
using System.Resources;

namespace SmartRecruiting.Kernel;

/// <summary>The kernel's own texts for readers, in the language of the current request or command.</summary>
internal static class KernelText
{
    private static readonly ResourceManager Texts = new("SmartRecruiting.Kernel.Text", typeof(KernelText).Assembly);

    /// <summary>A text, its places filled in.</summary>
    public static string Get(string key, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key, values);
}
