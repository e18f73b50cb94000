using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>A company's main activity in the French nomenclature: 62.01Z. Only the form is checked: an unknown code hides nothing.</summary>
internal readonly partial record struct NafCode : IParsable<NafCode>
{
    public const int Length = 5;
    private readonly string? code;

    private NafCode(string code) => this.code = code;

    /// <summary>As it is stored: 6201Z.</summary>
    public string Code => code ?? "";

    public static NafCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var naf) ? naf : throw new FormatException("Not a NAF code.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out NafCode result)
    {
        result = default;
        if (s is null || !Form().IsMatch(s.Trim())) return false;
        result = new NafCode(s.Trim().Replace(".", "", StringComparison.Ordinal));
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out NafCode result) => TryParse(s, null, out result);

    /// <summary>As it is shown: 62.01Z.</summary>
    public override string ToString() => Code.Length == Length ? $"{Code[..2]}.{Code[2..]}" : "";

    [GeneratedRegex(@"^[0-9]{2}\.?[0-9]{2}[A-Z]\z")]
    private static partial Regex Form();
}
