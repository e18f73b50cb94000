using System.Diagnostics.CodeAnalysis;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>The number of one establishment of a company: 14 digits, the first 9 of which name the company.</summary>
internal readonly record struct Siret : IParsable<Siret>
{
    public const int Length = 14;
    private const int SirenLength = 9;

    // La Poste has more establishments than Luhn's key leaves it numbers, so INSEE lets it use another one:
    // https://fr.wikipedia.org/wiki/Système_d'identification_du_répertoire_des_établissements
    private const string LaPoste = "356000000";

    private readonly string? digits;

    private Siret(string digits) => this.digits = digits;

    /// <summary>The company's own number.</summary>
    public string Siren => ToString()[..SirenLength];

    public static Siret Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var siret) ? siret : throw new FormatException("Not a SIRET.");

    /// <summary>Spaces of any kind are dropped; false for a number that cannot have been given out.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Siret result)
    {
        result = default;
        var digits = string.Concat((s ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit) || digits.All(d => d == '0')) return false;
        if (!IsLuhn(digits) && !(digits.StartsWith(LaPoste, StringComparison.Ordinal) && digits.Sum(d => d - '0') % 5 == 0)) return false;
        result = new Siret(digits);
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out Siret result) => TryParse(s, null, out result);

    /// <summary>The 14 digits without spaces.</summary>
    public override string ToString() => digits ?? new string('0', Length);

    private static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit * 2 is > 9 and var twice ? twice - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
