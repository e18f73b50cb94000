using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Skills;

/// <summary>Checks a lexicon file before it is brought in or built in.</summary>
internal sealed class LexiconCommand : ICommand
{
    public string Name => "lexicon";

    public string Usage => "lexicon check FILE.csv                             name what is wrong with a file of skills";

    public bool NeedsData => false;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments is not ["check", var path])
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        if (!File.Exists(path))
        {
            await errors.WriteLineAsync(MatchingText.Get("FileNotThere", path));
            return 1;
        }
        using var file = new StringReader(await File.ReadAllTextAsync(path, cancellation));
        var (skills, problems) = SkillLexicon.Check(file);
        foreach (var problem in problems) await output.WriteLineAsync(MatchingText.Get("LexiconLine", problem.Line, problem.Reason));
        await output.WriteLineAsync(MatchingText.Get("LexiconChecked", skills, problems.Count));
        return problems.Count == 0 ? 0 : 1;
    }
}
