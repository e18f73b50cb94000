using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Skills;

/// <summary>A skill as a form or a file gives it, not yet checked.</summary>
internal sealed record SkillSheet
{
    public const int LongestId = 80;
    public const int LongestName = 100;
    public const int LongestList = 2000;

    private static readonly char[] Separators = [';', '\n', '\r'];

    public string? French { get; init; }

    public string? English { get; init; }

    public string? Family { get; init; }

    /// <summary>Other names, one a line or separated by ";".</summary>
    public string? Aliases { get; init; }

    /// <summary>Words near which an ambiguous name counts, likewise.</summary>
    public string? Context { get; init; }

    public bool Hidden { get; init; }

    public static SkillSheet Of(SkillEntry entry, bool hidden) => new()
    {
        French = entry.French,
        English = entry.English,
        Family = entry.Family,
        Aliases = string.Join('\n', entry.Aliases),
        Context = string.Join('\n', entry.Context),
        Hidden = hidden,
    };

    public SkillEntry ToEntry(string id) => new(id, Line(French), Line(English), Line(Family), List(Aliases), List(Context));

    /// <summary>What is wrong with the sheet, by the field at fault.</summary>
    /// <param name="id">Of the skill; null for a new one.</param>
    /// <param name="lexicon">Which names are taken.</param>
    /// <param name="families">Those that there are.</param>
    public IReadOnlyList<SheetProblem> Problems(string? id, SkillLexicon lexicon, IReadOnlyCollection<string> families)
    {
        var problems = new List<SheetProblem>();
        var entry = ToEntry(id ?? "");
        Name(nameof(French), entry.French, "NameMissing");
        Name(nameof(English), entry.English, "NameMissing");
        foreach (var alias in entry.Aliases) Name(nameof(Aliases), alias, "NameMissing");
        if (!families.Contains(entry.Family)) problems.Add(new SheetProblem(nameof(Family), "FamilyUnknown", entry.Family));
        if (entry.Context.Count == 0 && entry.Names.FirstOrDefault(SkillLexicon.IsAmbiguous) is { } ambiguous)
        {
            problems.Add(new SheetProblem(nameof(Context), "ContextMissing", ambiguous));
        }
        if (string.Join(';', entry.Aliases).Length > LongestList) problems.Add(new SheetProblem(nameof(Aliases), "ListTooLong", LongestList));
        if (string.Join(';', entry.Context).Length > LongestList) problems.Add(new SheetProblem(nameof(Context), "ListTooLong", LongestList));
        return problems;

        void Name(string field, string name, string missing)
        {
            if (name.Length == 0) problems.Add(new SheetProblem(field, missing));
            else if (name.Length > LongestName) problems.Add(new SheetProblem(field, "NameTooLong", LongestName));
            else if (TextAnalyzer.Analyse(name).Tokens.Length == 0) problems.Add(new SheetProblem(field, "NameWithoutLetter", name));
            // What is hidden is not looked for, so its names are free.
            else if (!Hidden && lexicon.OwnerOf(name) is { } owner && owner.Id != id) problems.Add(new SheetProblem(field, "NameTaken", name, owner.French));
        }
    }

    /// <summary>An id for a new skill, made of its name.</summary>
    public string MakeId(Func<string, bool> isTaken)
    {
        var folded = TextAnalyzer.Fold(Line(French)).Replace("#", "-sharp", StringComparison.Ordinal).Replace("+", "-plus", StringComparison.Ordinal);
        var letters = string.Concat(folded.Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-')).Trim('-');
        var stem = letters.Length == 0 ? "skill" : letters[..Math.Min(letters.Length, LongestId - 5)];
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? stem : $"{stem}-{n}").First(id => id != EditModel.NewId && !isTaken(id));
    }

    private static string Line(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<string> List(string? text) =>
        [.. (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(Line).Where(part => part.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}

/// <summary>Why a field of a sheet is refused: the key of a text, and what stands in it.</summary>
internal sealed record SheetProblem(string Field, string Key, params object[] Values);
