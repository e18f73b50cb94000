namespace SmartRecruiting.Recruiting.Offers;

/// <summary>The levels of study that an offer can look for: what a student holds at the end.</summary>
internal static class Levels
{
    public const string Bac2 = "Bac+2";
    public const string Bac3 = "Bac+3";
    public const string Bac4 = "Bac+4";
    public const string Bac5 = "Bac+5";

    public const int Length = 10;

    public static IReadOnlyList<string> All { get; } = [Bac2, Bac3, Bac4, Bac5];

    /// <summary>The level meant by « bac + 5 »; null for none of them.</summary>
    public static string? Find(string? typed) =>
        All.FirstOrDefault(level => level.Equals(typed?.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
}
