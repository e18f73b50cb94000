using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SmartRecruiting.Matching.Engine;
using LuceneTerm = Lucene.Net.Index.Term;

namespace SmartRecruiting.Matching.Search;

/// <summary>What a query asks for, part by part: a skill under any of its names, or a word in any of its forms.</summary>
internal sealed class Wish
{
    /// <summary>
    /// So many entries of the index are looked through for one query: the parts that fewest rows have find first, and those that half of the rows have
    /// find nothing when there are rarer ones. This keeps a search as fast in a million rows as in ten thousand.
    /// </summary>
    private const int MostEntries = 50_000;

    /// <summary>Slips are looked for in so many words of a query at the most: each costs a walk through the words of the index.</summary>
    private const int MostSlips = 6;

    /// <summary>Shorter words have neighbours that mean something else.</summary>
    private const int ShortestSlip = 5;

    private const int NeighboursOfSlip = 3;

    /// <summary>A word that fewer rows than one in so many have may be a slip of one that many have.</summary>
    private const int RareIn = 10_000;

    private const int MostStems = 5;

    // A row that has several words of a skill is better than one that has one of them.
    private const float Tie = 0.5f;

    // A mended slip counts less than the word itself, so that what was written exactly comes first.
    private const float SlipShare = 0.7f;

    private Wish(List<Part> parts) => Parts = parts;

    /// <summary>In the order of the text; empty for a text without words.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Cuts a text into its parts, each once.</summary>
    public static Wish Of(string? text, SkillLexicon lexicon)
    {
        var analysed = TextAnalyzer.Analyse(text ?? "");
        var parts = new List<Part>();
        var known = new HashSet<ulong>();
        var covered = new bool[analysed.Tokens.Length];
        foreach (var skill in lexicon.Find(analysed))
        {
            covered.AsSpan(skill.FirstToken, skill.Tokens).Fill(true);
            var stems = analysed.Tokens.AsSpan(skill.FirstToken, skill.Tokens).ToArray().Where(t => !t.IsStop).Select(t => t.Stem).ToArray();
            if (parts.Exists(p => p.Skill == skill.Skill.Id)) continue;
            known.UnionWith(stems);
            parts.Add(new Part(analysed.Source.Substring(skill.Start, skill.Length), skill.Skill.Id, stems, ""));
        }
        for (var i = 0; i < covered.Length; i++)
        {
            var token = analysed.Tokens[i];
            if (covered[i] || token.IsStop || !known.Add(token.Stem)) continue;
            parts.Add(new Part(analysed.SurfaceOf(token).ToString(), null, [token.Stem], analysed.FoldedOf(token).ToString()));
        }
        return new Wish(parts);
    }

    /// <summary>Weighs the parts by how few rows have them, mends slips, and says what finds.</summary>
    public BooleanQuery Against(IndexReader reader)
    {
        var words = MultiFields.GetTerms(reader, DerivedIndex.Words);
        var slips = 0;
        foreach (var part in Parts)
        {
            part.Weight = part.Skill is null ? Idf(reader, StemTerm(part.Stems[0])) : Math.Max(Idf(reader, SkillTerm(part.Skill)), part.Stems.Select(s => Idf(reader, StemTerm(s))).DefaultIfEmpty().Min());
            if (part.Skill is not null || part.Folded.Length < ShortestSlip || words is null || slips == MostSlips) continue;
            var frequency = reader.DocFreq(StemTerm(part.Stems[0]));
            if (frequency > reader.NumDocs / RareIn) continue;
            slips++;
            part.Mended = Neighbours(words, part.Folded, frequency);
            // It is the word meant that few or many have.
            if (part.Mended.Count > 0) part.Weight = part.Mended.Min(stem => Idf(reader, StemTerm(stem)));
        }
        var query = new BooleanQuery();
        var entries = 0;
        foreach (var part in Parts.Select(p => (Part: p, Entries: Entries(reader, p))).Where(p => p.Entries > 0).OrderBy(p => p.Entries))
        {
            entries += part.Entries;
            if (query.Clauses.Count > 0 && (entries > MostEntries || query.Clauses.Count == BooleanQuery.MaxClauseCount)) break;
            query.Add(Clause(part.Part), Occur.SHOULD);
        }
        return query;
    }

    private static Query Clause(Part part)
    {
        Query[] any =
        [
            .. part.Stems.Take(part.Skill is null ? 1 : MostStems).Select(stem => new TermQuery(StemTerm(stem))),
            .. part.Mended.Select(stem => new TermQuery(StemTerm(stem)) { Boost = SlipShare }),
            .. part.Skill is null ? [] : new[] { new TermQuery(SkillTerm(part.Skill)) { Boost = part.Stems.Length } },
        ];
        return any.Length == 1 ? any[0] : new DisjunctionMaxQuery(any, Tie);
    }

    private static int Entries(IndexReader reader, Part part) =>
        part.Stems.Concat(part.Mended).Sum(stem => reader.DocFreq(StemTerm(stem))) + (part.Skill is null ? 0 : reader.DocFreq(SkillTerm(part.Skill)));

    // Words of the index that differ by one letter (one more, one less, another one, or two swapped) and that more rows have; most first.
    private static List<ulong> Neighbours(Terms words, string word, int frequency)
    {
        var near = new List<(string Word, int Frequency)>();
        var found = new FuzzyTermsEnum(words, new AttributeSource(), new LuceneTerm(DerivedIndex.Words, word), minSimilarity: 1, prefixLength: 1, transpositions: true);
        while (found.MoveNext())
        {
            if (found.DocFreq > frequency) near.Add((found.Term.Utf8ToString(), found.DocFreq));
        }
        return [.. near.OrderByDescending(n => n.Frequency).ThenBy(n => n.Word, StringComparer.Ordinal).Take(NeighboursOfSlip)
            .SelectMany(n => TextAnalyzer.Analyse(n.Word).Tokens).Select(t => t.Stem).Distinct()];
    }

    private static double Idf(IndexReader reader, LuceneTerm term) => Math.Log(1 + ((reader.NumDocs + 1.0) / (reader.DocFreq(term) + 1)));

    private static LuceneTerm StemTerm(ulong stem) => new(DerivedIndex.Stems, DerivedIndex.Key(stem));

    private static LuceneTerm SkillTerm(string skill) => new(DerivedIndex.Skills, skill);

    /// <summary>One part.</summary>
    /// <param name="term">As it stands in the query.</param>
    /// <param name="skill">Id of the skill; null for a word.</param>
    /// <param name="stems">Its words.</param>
    /// <param name="folded">Folded form of a word.</param>
    internal sealed class Part(string term, string? skill, ulong[] stems, string folded)
    {
        public string Term => term;

        public string? Skill => skill;

        public ulong[] Stems => stems;

        public string Folded => folded;

        /// <summary>How much it says: a word that many rows have says less than one that few have.</summary>
        public double Weight { get; set; }

        /// <summary>Words one letter away, by stem.</summary>
        public IReadOnlyList<ulong> Mended { get; set; } = [];

        /// <summary>How much of the part a row has, 0 to 1, and the word of the row that shows it.</summary>
        public (double Share, string Term) In(IReadOnlyDictionary<ulong, string> words, IReadOnlySet<string> skills)
        {
            if (skill is not null && skills.Contains(skill)) return (1, term);
            var share = stems.Length == 0 ? 0 : stems.Count(words.ContainsKey) / (double)stems.Length;
            if (share == 1) return (1, term);
            if (share > 0) return (share, string.Join(' ', stems.Where(words.ContainsKey).Select(s => words[s])));
            foreach (var stem in Mended)
            {
                if (words.TryGetValue(stem, out var meant)) return (SlipShare, meant);
            }
            return (0, term);
        }
    }
}
