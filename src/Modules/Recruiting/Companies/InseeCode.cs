using System.Text.RegularExpressions;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>The codes of French municipalities: 38185 is Grenoble, 2A004 Ajaccio.</summary>
internal static partial class InseeCode
{
    public const int Length = 5;

    public static bool IsOne(string code) => Form().IsMatch(code);

    [GeneratedRegex(@"^([0-9]{2}|2A|2B)[0-9]{3}\z")]
    private static partial Regex Form();
}
