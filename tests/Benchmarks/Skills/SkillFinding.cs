using System.Globalization;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// The skill finder against what a person marked in offers before the finder was run on them (annotated.csv; drawn by seed). Each part counts for
/// itself: the first and the second stand in the test parts and are only measured, choices are made on the tuning part, which stands in the training
/// parts, and on its two halves. Phrases stand there without their texts. A star stands before the word that a finding must cover, else it is the first.
/// </summary>
internal static class SkillFinding
{
    private const string Tuning = "tuning";

    public static async Task<int> RunAsync(BenchArguments given, CancellationToken cancellation)
    {
        var texts = TextsOf(given).ToList();
        var lexicon = SkillLexicon.Load();
        // Who looks at errors is choosing, and must not see the parts that are kept for measuring.
        foreach (var part in texts.GroupBy(text => text.Part).Where(part => given.Output is null || part.Key == Tuning))
        {
            var read = new List<Reading>();
            foreach (var text in part)
            {
                cancellation.ThrowIfCancellationRequested();
                read.Add(Read(lexicon, text));
            }
            Print(part.Key, read);
            if (part.Key != Tuning) continue;
            Print("one half of it", [.. read.Where((_, i) => i % 2 == 0)]);
            Print("the other half", [.. read.Where((_, i) => i % 2 == 1)]);
            if (given.Output is null) continue;
            List<string> wrong = [.. read.SelectMany(text => text.Wrong)], missed = [.. read.SelectMany(text => text.Missed)];
            await File.WriteAllLinesAsync(given.Output, [$"Found, not marked ({wrong.Count}):", .. ByFrequency(wrong), "", $"Marked, not found ({missed.Count}):", .. ByFrequency(missed)], cancellation);
            Console.WriteLine($"What was wrong and what was missed: {given.Output}");
        }
        return 0;
    }

    private static IEnumerable<Text> TextsOf(BenchArguments given)
    {
        var offers = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var rows in BenchResource.Rows("annotated.csv").GroupBy(row => (Part: row["part"], Set: row["set"], Id: row["id"])))
        {
            var file = Path.Combine(rows.Key.Set, $"{rows.Key.Id.Split('-')[0]}.csv");
            if (!offers.TryGetValue(file, out var known)) known = offers[file] = MatchingSet.RowsOf(Path.Combine(given.Data, file)).ToDictionary(row => row["id"], row => row["text"]);
            if (!known.TryGetValue(rows.Key.Id, out var offer)) throw new BenchException($"{file} has no text {rows.Key.Id}: these are other sets than the marked ones.");
            var text = TextAnalyzer.Analyse(offer);
            // A row without a phrase stands for a text in which nothing is marked.
            yield return new Text(rows.Key.Part, offer, text, [.. rows.Where(row => row["phrase"].Length > 0).SelectMany(row => MarksOf(text, row["phrase"], row["skill"]))]);
        }
    }

    private static Reading Read(SkillLexicon lexicon, Text text)
    {
        var matches = lexicon.FindAsked(text.Analysed).GroupBy(m => m.Skill.Id).ToList();
        var wrong = matches.Where(m => !m.Any(place => text.Marks.Any(mark => mark.IsCoveredBy(place))));
        var skills = text.Marks.GroupBy(mark => mark.Skill).ToList();
        var missed = skills.Where(s => !s.Any(mark => matches.Any(m => m.Any(mark.Overlaps))));
        return new Reading(matches.Count, skills.Count, [.. wrong.Select(m => $"{m.Key}: {text.Offer.Substring(m.First().Start, m.First().Length).ToLowerInvariant()}")], [.. missed.Select(s => s.Key)]);
    }

    private static void Print(string part, List<Reading> read)
    {
        int found = read.Sum(text => text.Found), marked = read.Sum(text => text.Marked);
        var (precision, recall) = (1 - read.Sum(text => text.Wrong.Count) / (double)Math.Max(1, found), 1 - read.Sum(text => text.Missed.Count) / (double)Math.Max(1, marked));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{part}: {read.Count} texts, {marked} skills marked, {found} found; precision {precision:f3} (wanted 0.85), recall {recall:f3} (wanted 0.65), F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):f3}"));
    }

    private static IEnumerable<string> ByFrequency(List<string> all) =>
        all.CountBy(a => a).OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Value,4}  {a.Key}");

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

    private sealed record Text(string Part, string Offer, AnalysedText Analysed, List<Mark> Marks);

    private sealed record Reading(int Found, int Marked, List<string> Wrong, List<string> Missed);

    private sealed record Mark(string Skill, int First, int Count, int Head)
    {
        public bool Overlaps(SkillMatch match) => match.FirstToken < First + Count && First < match.FirstToken + match.Tokens;

        public bool IsCoveredBy(SkillMatch match) => match.FirstToken <= Head && Head < match.FirstToken + match.Tokens;
    }
}
