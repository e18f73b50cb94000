using System.Globalization;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// The skill finder against what a person marked in 60 offers (annotated.csv; drawn by seed, marked before the finder was looked at).
/// Phrases stand there without their texts. A star stands before the word that a finding must cover, else it is the first.
/// </summary>
internal static class SkillFinding
{
    private const int Shown = 30;

    public static async Task<int> RunAsync(BenchArguments given, CancellationToken cancellation)
    {
        var lexicon = SkillLexicon.Load();
        var (wrong, missed) = (new List<string>(), new List<string>());
        var (found, right, wanted, recalled, texts) = (0, 0, 0, 0, 0);
        foreach (var set in BenchResource.Rows("annotated.csv").GroupBy(row => row["set"]))
        {
            var offers = MatchingSet.RowsOf(Path.Combine(given.Data, set.Key, "test.csv")).ToDictionary(row => row["id"], row => row["text"]);
            foreach (var rows in set.GroupBy(row => row["id"]))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!offers.TryGetValue(rows.Key, out var offer)) throw new BenchException($"{set.Key}/test.csv has no text {rows.Key}: these are other sets than the marked ones.");
                var text = TextAnalyzer.Analyse(offer);
                var marks = rows.SelectMany(row => MarksOf(text, row["phrase"], row["skill"])).ToList();
                var matches = lexicon.FindAsked(text).GroupBy(m => m.Skill.Id).ToList();
                var wrongHere = matches.Where(m => !m.Any(place => marks.Any(mark => mark.IsCoveredBy(place)))).ToList();
                var skills = marks.GroupBy(mark => mark.Skill).ToList();
                var missedHere = skills.Where(s => !s.Any(mark => matches.Any(m => m.Any(mark.Overlaps)))).ToList();
                (texts, found, right) = (texts + 1, found + matches.Count, right + matches.Count - wrongHere.Count);
                (wanted, recalled) = (wanted + skills.Count, recalled + skills.Count - missedHere.Count);
                wrong.AddRange(wrongHere.Select(m => $"{m.Key}: {offer.Substring(m.First().Start, m.First().Length).ToLowerInvariant()}"));
                missed.AddRange(missedHere.Select(s => s.Key));
            }
        }
        var (precision, recall) = (right / (double)Math.Max(1, found), recalled / (double)wanted);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts} texts, {wanted} skills marked, {found} found"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"precision {precision:f3} (wanted 0.85), recall {recall:f3} (wanted 0.65), F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):f3}"));
        if (given.Output is null) return 0;
        await File.WriteAllLinesAsync(given.Output, [$"Found, not marked ({wrong.Count}), the {Shown} most frequent:", .. Most(wrong), "", $"Marked, not found ({missed.Count}), the {Shown} most frequent:", .. Most(missed)], cancellation);
        Console.WriteLine($"What was wrong and what was missed: {given.Output}");
        return 0;
    }

    private static IEnumerable<string> Most(List<string> all) =>
        all.CountBy(a => a).OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal).Take(Shown).Select(a => $"{a.Value,4}  {a.Key}");

    // Every place where a phrase stands, case and accents aside.
    private static List<Mark> MarksOf(AnalysedText text, string phrase, string skill)
    {
        var star = Math.Max(0, phrase.IndexOf('*', StringComparison.Ordinal));
        var head = TextAnalyzer.Analyse(phrase[..star]).Tokens.Length;
        var words = TextAnalyzer.Analyse(phrase.Replace("*", "", StringComparison.Ordinal)).Tokens.Select(t => t.Word).ToArray();
        var marks = Enumerable.Range(0, Math.Max(0, text.Tokens.Length - words.Length + 1))
            .Where(at => words.Select((word, i) => text.Tokens[at + i].Word == word).All(same => same))
            .Select(at => new Mark(skill, at, words.Length, at + head)).ToList();
        return marks.Count > 0 ? marks : throw new BenchException($"« {phrase} » does not stand in its text: these are other sets than the marked ones.");
    }

    private sealed record Mark(string Skill, int First, int Count, int Head)
    {
        public bool Overlaps(SkillMatch match) => match.FirstToken < First + Count && First < match.FirstToken + match.Tokens;

        public bool IsCoveredBy(SkillMatch match) => match.FirstToken <= Head && Head < match.FirstToken + match.Tokens;
    }
}
