using System.Globalization;
using System.Text;

namespace SmartRecruiting.Kernel.Text;

/// <summary>The form under which texts are searched and sorted on both databases: lower case, no accents, single spaces.</summary>
public static class Fold
{
    /// <summary>« L'Éloïse  Œuvre » → « l eloise oeuvre ».</summary>
    public static string Text(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var folded = new StringBuilder(text.Length);
        foreach (var c in WholeSigns(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            switch (char.ToLowerInvariant(c))
            {
                case 'œ': folded.Append("oe"); break;
                case 'æ': folded.Append("ae"); break;
                case 'ß': folded.Append("ss"); break;
                case '\'' or '’' or '-' or '–' or '_' or '/' or ',' or ';': AppendSpace(folded); break;
                case var space when char.IsWhiteSpace(space) || char.IsControl(space): AppendSpace(folded); break;
                case var other: folded.Append(other); break;
            }
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>The words of a search, folded; empty for an empty search.</summary>
    public static string[] Words(string? text) => Text(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lower-case ASCII letters and digits joined by hyphens, for addresses: « Génie industriel (M2) » → « genie-industriel-m2 ».</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in Text(text))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }

    // Normalising throws on half a surrogate pair and on U+FFFE; what somebody typed or sent must not.
    private static string WholeSigns(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\uFFFE')
            ? string.Concat(text.EnumerateRunes()).Replace('\uFFFE', ' ')
            : text;

    private static void AppendSpace(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }
}
