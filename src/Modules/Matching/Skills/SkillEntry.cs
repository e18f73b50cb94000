namespace SmartRecruiting.Matching.Engine;

/// <summary>A skill of the lexicon.</summary>
/// <param name="Id">Its key.</param>
/// <param name="French">Name shown in French.</param>
/// <param name="English">Name shown in English.</param>
/// <param name="Family">software, data, industry, health, law, commerce, languages, tools, ways of working…</param>
/// <param name="Aliases">Other ways to write it.</param>
/// <param name="Context">When not empty: a name of one word counts only near one of these words.</param>
internal sealed record SkillEntry(string Id, string French, string English, string Family, IReadOnlyList<string> Aliases, IReadOnlyList<string> Context)
{
    /// <summary>A task or a way of working told in general words: it is found and explained, and says little of a market.</summary>
    public bool IsGeneral => Family is "ways-of-working" or "tasks";

    /// <summary>A language or tool of computing, not a field of it: those are called the same in French and English.</summary>
    public bool IsTool => Family is "software" or "data" or "tools" && French == English;

    /// <summary>Every way to write it.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(English).Prepend(French);

    /// <summary>A skill that a programme names and the lexicon does not have; the same in both languages.</summary>
    public static SkillEntry OfProgramme(string name) => new("own:" + TextAnalyzer.Fold(name).Replace(' ', '-'), name, name, "programme", [], []);
}

/// <summary>A skill where it stands in a text.</summary>
/// <param name="Skill">Which.</param>
/// <param name="FirstToken">First of its tokens.</param>
/// <param name="Tokens">How many.</param>
/// <param name="Start">Offset in the original text.</param>
/// <param name="Length">Length there.</param>
internal sealed record SkillMatch(SkillEntry Skill, int FirstToken, int Tokens, int Start, int Length);

/// <summary>Something wrong with a row of the lexicon.</summary>
/// <param name="Line">Line of the file, the header being 1.</param>
/// <param name="Reason">What is wrong.</param>
internal sealed record LexiconProblem(int Line, string Reason);
