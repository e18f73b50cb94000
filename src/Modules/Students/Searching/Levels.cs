namespace SmartRecruiting.Students.Searching;

/// <summary>What a student holds at the end of a programme, as programmes and offers name it.</summary>
internal static class Levels
{
    public static IReadOnlyList<string> All { get; } = ["Bac+2", "Bac+3", "Bac+4", "Bac+5"];
}
