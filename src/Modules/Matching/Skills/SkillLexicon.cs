using System.Buffers;
using System.Globalization;
using System.Reflection;
using CsvHelper;

namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Finds skills in a text as whole words, accents, case and a plural s aside, by one automaton over words (Aho and Corasick 1975).
/// The longest name wins where names overlap. Safe for concurrent use.
/// </summary>
internal sealed class SkillLexicon
{
    private const string Resource = "SmartRecruiting.Matching.Skills.lexicon.csv";

    // « Go » near « kubernetes » is a language; ten sentences away it is a verb.
    private const int ContextTokens = 40;

    private const int LongestAmbiguous = 2;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(",;:!?•\n");

    // « Cabinet de recrutement » is no skill, and the skill word inside it is none there: entries of this family take their place in a text and say nothing.
    private const string NotASkill = "none";

    private static readonly Lazy<HashSet<ulong>> Words = new(() => [.. Load().Entries.SelectMany(e => e.Names).SelectMany(n => TextAnalyzer.Analyse(n).Tokens).Select(t => t.Stem)]);

    private readonly Dictionary<(int Node, ulong Word), int> edges = [];
    private readonly List<int> fails = [0];
    private readonly List<int> depths = [0];
    private readonly List<SkillEntry?> ends = [null];
    private readonly Dictionary<string, HashSet<ulong>> contexts = [];

    private SkillLexicon(IReadOnlyList<SkillEntry> entries)
    {
        Entries = entries;
        foreach (var entry in entries)
        {
            foreach (var name in entry.Names) Add(name, entry);
            if (entry.Context.Count > 0) contexts[entry.Id] = [.. entry.Context.SelectMany(c => KeysOf(TextAnalyzer.Analyse(c)))];
        }
        Link();
    }

    /// <summary>All skills.</summary>
    public IReadOnlyList<SkillEntry> Entries { get; }

    /// <summary>Stems of all names in the project's own lexicon.</summary>
    public static HashSet<ulong> OwnWords => Words.Value;

    /// <summary>The project's own lexicon.</summary>
    public static SkillLexicon Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        return Load(stream);
    }

    /// <summary>From a CSV file: id,fr,en,family,aliases,context; lists separated by ";". Bad rows are passed over: see <see cref="Check"/>.</summary>
    public static SkillLexicon Load(Stream csv)
    {
        using var reader = new StreamReader(csv);
        return new SkillLexicon(Read(reader).Entries);
    }

    /// <summary>A lexicon of these skills.</summary>
    public static SkillLexicon Of(IEnumerable<SkillEntry> entries) => new([.. entries]);

    /// <summary>This lexicon and the skills that programmes name; what is known already is not added again.</summary>
    public SkillLexicon With(IEnumerable<string> programmeSkills)
    {
        var known = Entries.SelectMany(e => e.Names).Select(TextAnalyzer.Fold).ToHashSet();
        var added = new List<SkillEntry>();
        foreach (var name in programmeSkills)
        {
            // A sentence is no name, and one common letter none either.
            var tokens = TextAnalyzer.Analyse(name).Tokens;
            if (tokens.Length is 0 or > 5 || tokens.All(t => t.IsStop) || tokens.Sum(t => t.FoldedLength) < 3) continue;
            if (known.Add(TextAnalyzer.Fold(name))) added.Add(SkillEntry.OfProgramme(name));
        }
        return added.Count == 0 ? this : new SkillLexicon([.. Entries, .. added]);
    }

    /// <summary>The skills of a text in the order in which they stand there; a skill comes as often as it is named.</summary>
    public IReadOnlyList<SkillMatch> Find(AnalysedText text)
    {
        var keys = KeysOf(text);
        var candidates = new List<(int First, int Count, SkillEntry Skill)>();
        var node = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            int next;
            while (!edges.TryGetValue((node, keys[i]), out next) && node != 0) node = fails[node];
            node = next;
            for (var end = node; end != 0; end = fails[end])
            {
                if (ends[end] is { } skill && Counts(text, keys, i - depths[end] + 1, depths[end], skill)) candidates.Add((i - depths[end] + 1, depths[end], skill));
            }
        }
        var taken = new bool[keys.Length];
        var found = new List<SkillMatch>();
        foreach (var (first, count, skill) in candidates.OrderByDescending(c => c.Count).ThenBy(c => c.First))
        {
            if (taken.AsSpan(first, count).Contains(true)) continue;
            taken.AsSpan(first, count).Fill(true);
            if (skill.Family == NotASkill) continue;
            var start = text.Tokens[first].Start;
            found.Add(new SkillMatch(skill, first, count, start, text.Tokens[first + count - 1].End - start));
        }
        found.Sort((a, b) => a.FirstToken.CompareTo(b.FirstToken));
        return found;
    }

    /// <summary>
    /// The skills that an offer asks for: those of <see cref="Find"/> but what stands only where the sender speaks of itself or of what it gives. A
    /// language or tool of computing counts anywhere: nobody names one for praise.
    /// </summary>
    public IReadOnlyList<SkillMatch> FindAsked(AnalysedText offer)
    {
        var found = Find(offer);
        if (found.Count == 0) return found;
        var aside = Asides.Find(offer);
        return [.. found.Where(m => m.Skill.IsTool || !aside[m.FirstToken])];
    }

    /// <summary>The skill that has this name already; null when none has.</summary>
    public SkillEntry? OwnerOf(string name)
    {
        var node = 0;
        foreach (var key in KeysOf(TextAnalyzer.Analyse(name)))
        {
            if (!edges.TryGetValue((node, key), out node)) return null;
        }
        return ends[node];
    }

    /// <summary>True for a name that needs a context to count: one word of two characters at the most, or one that says nothing by itself.</summary>
    public static bool IsAmbiguous(string name) => TextAnalyzer.Analyse(name).Tokens is [var only] && (only.FoldedLength <= LongestAmbiguous || only.IsStop);

    /// <summary>
    /// What is wrong with a lexicon file: missing cells, names of no letter, ids or names that two rows share, ambiguous names without
    /// context; and how many good rows it has.
    /// </summary>
    public static (int Entries, IReadOnlyList<LexiconProblem> Problems) Check(TextReader csv)
    {
        var (entries, problems) = Read(csv, out var lines);
        var ids = new Dictionary<string, int>();
        var names = new Dictionary<string, (int Line, string Id)>();
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, line) = (entries[i], lines[i]);
            if (!ids.TryAdd(entry.Id, line)) Report("LexiconIdTwice", entry.Id, ids[entry.Id]);
            foreach (var name in entry.Names.Select(n => string.Join(' ', KeysOf(TextAnalyzer.Analyse(n)))).Distinct())
            {
                if (name.Length == 0) Report("LexiconNoLetter", entry.Id);
                else if (!names.TryAdd(name, (line, entry.Id))) Report("LexiconNameTwice", entry.Id, names[name].Id, names[name].Line);
            }
            if (entry.Context.Count == 0 && entry.Names.FirstOrDefault(IsAmbiguous) is { } ambiguous) Report("LexiconNoContext", entry.Id, ambiguous);

            void Report(string key, params object[] values) => problems.Add(new LexiconProblem(line, MatchingText.Get(key, values)));
        }
        return (entries.Count, [.. problems.OrderBy(p => p.Line)]);
    }

    private static (List<SkillEntry> Entries, List<LexiconProblem> Problems) Read(TextReader csv) => Read(csv, out _);

    private static (List<SkillEntry> Entries, List<LexiconProblem> Problems) Read(TextReader csv, out List<int> lines)
    {
        using var reader = new CsvReader(csv, CultureInfo.InvariantCulture, leaveOpen: true);
        var entries = new List<SkillEntry>();
        var problems = new List<LexiconProblem>();
        lines = [];
        if (!reader.Read() || !reader.ReadHeader()) return (entries, [new LexiconProblem(1, MatchingText.Get("LexiconEmpty"))]);
        string[] needed = ["id", "fr", "en", "family", "aliases", "context"];
        var missing = needed.Except(reader.HeaderRecord ?? []).ToArray();
        if (missing.Length > 0) return (entries, [new LexiconProblem(1, MatchingText.Get("LexiconColumns", string.Join(", ", missing)))]);
        while (reader.Read())
        {
            var line = reader.Parser.RawRow;
            string Cell(string column) => reader.TryGetField<string>(column, out var cell) ? cell?.Trim() ?? "" : "";
            string[] List(string column) => Cell(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (needed.Take(4).FirstOrDefault(c => Cell(c).Length == 0) is { } empty)
            {
                problems.Add(new LexiconProblem(line, MatchingText.Get("LexiconCellEmpty", empty)));
                continue;
            }
            entries.Add(new SkillEntry(Cell("id"), Cell("fr"), Cell("en"), Cell("family"), List("aliases"), List("context")));
            lines.Add(line);
        }
        return (entries, problems);
    }

    // A plural s falls from both sides, so nothing has to know which of the two is the plural.
    private static ulong[] KeysOf(AnalysedText text)
    {
        var keys = new ulong[text.Tokens.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var folded = text.FoldedOf(text.Tokens[i]);
            keys[i] = folded.Length > 3 && folded[^1] == 's' ? FeatureHash.Of(folded[..^1]) : text.Tokens[i].Word;
        }
        return keys;
    }

    private void Add(string name, SkillEntry entry)
    {
        var node = 0;
        foreach (var key in KeysOf(TextAnalyzer.Analyse(name)))
        {
            if (!edges.TryGetValue((node, key), out var next))
            {
                edges.Add((node, key), next = fails.Count);
                fails.Add(0);
                depths.Add(depths[node] + 1);
                ends.Add(null);
            }
            node = next;
        }
        if (node != 0) ends[node] ??= entry;
    }

    private void Link()
    {
        foreach (var ((parent, word), child) in edges.OrderBy(e => depths[e.Key.Node]).ThenBy(e => e.Value))
        {
            if (parent == 0) continue;
            var fail = fails[parent];
            int target;
            while (!edges.TryGetValue((fail, word), out target) && fail != 0) fail = fails[fail];
            fails[child] = target;
        }
    }

    private bool Counts(AnalysedText text, ulong[] keys, int first, int count, SkillEntry skill)
    {
        if (count > 1) return IsOnePhrase(text, first, count);
        var token = text.Tokens[first];
        // « R » is a language, « r » is a slip, and « R&D » is neither.
        if (token.FoldedLength == 1 && (!char.IsUpper(text.Source[token.Start]) || IsJoined(text.Source, token))) return false;
        if (!contexts.TryGetValue(skill.Id, out var context)) return true;
        for (var i = Math.Max(0, first - ContextTokens); i < Math.Min(keys.Length, first + ContextTokens); i++)
        {
            if (i != first && context.Contains(keys[i])) return true;
        }
        return false;
    }

    // « billetterie, voyages » is two things, « expert(e) comptable » is one.
    private static bool IsOnePhrase(AnalysedText text, int first, int count)
    {
        for (var i = first + 1; i < first + count; i++)
        {
            var gap = text.Source.AsSpan(text.Tokens[i - 1].End, text.Tokens[i].Start - text.Tokens[i - 1].End);
            if (gap.ContainsAny(Breaks) || gap.Contains('(') != gap.Contains(')')) return false;
        }
        return true;
    }

    private static bool IsJoined(string text, in Token token) =>
        (token.Start > 0 && text[token.Start - 1] == '&') || (token.End < text.Length && text[token.End] is '&' or '\'' or '’');
}
