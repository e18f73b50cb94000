using System.Text.RegularExpressions;

namespace SmartRecruiting.Students.Searching;

/// <summary>An offer's text as a visitor without account may read it: recruiters write addresses and numbers into it.</summary>
internal static partial class PublicText
{
    /// <summary>The text with "…" in the place of e-mail addresses and French telephone numbers.</summary>
    public static string WithoutContacts(string text) => Phone().Replace(Email().Replace(text, "…"), "…");

    /// <summary>Whether a company's address of a page may become a link: nothing but the web.</summary>
    public static bool IsLink(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<!\d)(?:(?:\+|00)33[ .-]?(?:\(0\)[ .-]?)?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phone();
}
