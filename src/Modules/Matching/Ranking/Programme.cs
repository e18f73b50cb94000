namespace SmartRecruiting.Matching.Engine;

/// <summary>What the engine knows of a programme. For plain classification a label is a programme with a code alone.</summary>
/// <param name="Code">Its key; unique in a catalogue.</param>
/// <param name="Name">Its title.</param>
/// <param name="Component">School it belongs to; for filters only.</param>
/// <param name="Level">Bac+2 … Bac+5; for filters only.</param>
/// <param name="Description">Free text.</param>
/// <param name="Skills">What its students learn.</param>
/// <param name="Jobs">What they become.</param>
/// <param name="Years">Years of study in which its students do internships; for filters only.</param>
/// <param name="RomeCodes">ROME codes, which give its domains.</param>
internal sealed record Programme(
    string Code,
    string Name,
    string Component,
    string Level,
    string Description,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> Jobs,
    IReadOnlyList<int> Years,
    IReadOnlyList<string> RomeCodes)
{
    /// <summary>A label without any text.</summary>
    public static Programme OfLabel(string label) => new(label, "", "", "", "", [], [], [], []);

    /// <summary>All that it says of itself, as one text; empty for a bare label.</summary>
    public string FullText() =>
        Name.Length + Description.Length + Skills.Count + Jobs.Count == 0 ? "" : $"{Name} . {string.Join(" . ", Jobs)} . {Description} . {string.Join(" . ", Skills)}";
}
