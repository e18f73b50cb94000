using System.Globalization;

namespace SmartRecruiting.Students.Searching;

/// <summary>What a result page says of a match: its strength as a word.</summary>
internal static class Why
{
    /// <summary>Words and skills shown for one result: enough to judge by, few enough for a phone.</summary>
    public const int MostReasons = 5;

    /// <summary>Class of the badge that carries the word.</summary>
    public static string Badge(this Strength strength) => strength switch
    {
        Strength.Strong => "badge-strong",
        Strength.Good => "badge-good",
        Strength.Weak => "badge-weak",
        _ => "badge-none",
    };

    /// <summary>The skill's name in the reader's language.</summary>
    public static string Name(this SkillFound skill) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? skill.English : skill.French;
}
