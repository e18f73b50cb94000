namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// The programmes as something to be searched: by words (TF-IDF cosine, and BM25 by Robertson and Zaragoza), by characters inside
/// words (cosine), and by the phrases of their names and jobs. Needs no example and no training.
/// </summary>
internal sealed class Catalogue
{
    // BM25's usual constants.
    private const float K1 = 1.2f, B = 0.75f;

    private readonly int[] phraseOwners;
    private readonly ulong[][] phraseStems;
    private readonly float[] phraseTotals;
    private readonly List<int>[] phrasesOfProgramme;

    private Catalogue(ProgrammeProfile[] profiles)
    {
        Profiles = profiles;
        Words = Vocabulary.Build([.. profiles.Select(p => p.Words)], 1, int.MaxValue);
        Grams = Vocabulary.Build([.. profiles.Select(p => p.Grams)], 1, int.MaxValue);
        var rows = profiles.Select(p => RowOf(Words, p.Words)).ToArray();
        WordCosine = new Postings(rows, Words.Count);
        GramCosine = new Postings([.. profiles.Select(p => RowOf(Grams, p.Grams))], Grams.Count);
        Bm25 = new Postings(Bm25Rows(profiles, Words), Words.Count);
        Similarity = SimilarityOf(rows, WordCosine);

        var phrases = profiles.SelectMany((p, owner) => p.Phrases.Select(stems => (Owner: owner, Stems: stems))).ToArray();
        phraseOwners = [.. phrases.Select(p => p.Owner)];
        phraseStems = [.. phrases.Select(p => p.Stems)];
        phraseTotals = [.. phrases.Select(p => p.Stems.Sum(IdfOf))];
        phrasesOfProgramme = [.. profiles.Select(_ => new List<int>())];
        for (var i = 0; i < phrases.Length; i++)
        {
            phrasesOfProgramme[phraseOwners[i]].Add(i);
            foreach (var stem in phraseStems[i])
            {
                if (!PhrasesOfStem.TryGetValue(stem, out var list)) PhrasesOfStem.Add(stem, list = []);
                list.Add(i);
            }
        }
    }

    /// <summary>The programmes, in order of their codes.</summary>
    public ProgrammeProfile[] Profiles { get; }

    /// <summary>Word features of the catalogue.</summary>
    public Vocabulary Words { get; }

    /// <summary>Character features of the catalogue.</summary>
    public Vocabulary Grams { get; }

    /// <summary>Unit TF-IDF rows of words.</summary>
    public Postings WordCosine { get; }

    /// <summary>Unit TF-IDF rows of characters.</summary>
    public Postings GramCosine { get; }

    /// <summary>BM25 weights of words.</summary>
    public Postings Bm25 { get; }

    /// <summary>Cosine of each programme with each other one (zero with itself).</summary>
    public float[][] Similarity { get; }

    /// <summary>Number of phrases.</summary>
    public int Phrases => phraseOwners.Length;

    /// <summary>The phrases in which a stem stands.</summary>
    public Dictionary<ulong, List<int>> PhrasesOfStem { get; } = [];

    /// <summary>Reads programmes; profiles of <paramref name="known"/> (by code) whose text is the same are taken over.</summary>
    /// <exception cref="ArgumentException">Two programmes have one code.</exception>
    public static Catalogue Build(IEnumerable<Programme> programmes, IReadOnlyDictionary<string, ProgrammeProfile>? known = null)
    {
        var sorted = programmes.OrderBy(p => p.Code, StringComparer.Ordinal).ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Code == sorted[i - 1].Code) throw new ArgumentException($"Two programmes have the code {sorted[i].Code}.", nameof(programmes));
        }
        var profiles = new ProgrammeProfile[sorted.Length];
        Parallel.For(0, sorted.Length, i => profiles[i] = ProgrammeProfile.Of(sorted[i], known?.GetValueOrDefault(sorted[i].Code)));
        return new Catalogue(profiles);
    }

    /// <summary>True for a stem of some programme's own text, and for one of a skill of the lexicon (« Photoshop » is no name).</summary>
    public bool Knows(ulong stem) => Words.Find(stem) >= 0 || SkillLexicon.OwnWords.Contains(stem);

    /// <summary>Inverse document frequency of a word feature among the programmes; 0 when none has it.</summary>
    public float IdfOf(ulong key) => Words.Find(key) is >= 0 and var column ? Words.Idf[column] : 0;

    /// <summary>
    /// How well a phrase is covered: the share of its idf that the text has, times the root of that idf, so that two rare words
    /// count for more than one common one.
    /// </summary>
    /// <param name="phrase">Number of the phrase.</param>
    /// <param name="found">Sum of the idf of its stems that the text has.</param>
    public float Coverage(int phrase, float found) => phraseTotals[phrase] > 0 ? found / phraseTotals[phrase] * MathF.Sqrt(found) / 4 : 0;

    /// <summary>The programme of a phrase.</summary>
    public int OwnerOf(int phrase) => phraseOwners[phrase];

    /// <summary>The phrases of a programme.</summary>
    public IReadOnlyList<int> PhrasesOf(int programme) => phrasesOfProgramme[programme];

    /// <summary>The stems of a phrase.</summary>
    public ulong[] StemsOf(int phrase) => phraseStems[phrase];

    /// <summary>Some programmes and the tenth of the catalogue that reads most like each of them.</summary>
    public HashSet<int> AllNear(int[] programmes) =>
        [.. programmes.SelectMany(p => Enumerable.Range(0, Profiles.Length).OrderByDescending(other => Similarity[p][other]).Take(Profiles.Length / 10).Append(p))];

    /// <summary>Share of a text's distinct stems that a programme other than some has.</summary>
    public double KnownShare(TextTerms terms, HashSet<int> except) =>
        terms.Stems.Count(stem => Words.Find(stem) is >= 0 and var column && WordCosine.OwnersOf(column).ToArray().Any(p => !except.Contains(p))) / Math.Max(1.0, terms.Stems.Length);

    private static List<(int Column, float Value)> RowOf(Vocabulary vocabulary, FeatureSet features)
    {
        var row = new List<(int Column, float Value)>();
        vocabulary.Weigh(features, row);
        return row;
    }

    private static List<(int, float)>[] Bm25Rows(ProgrammeProfile[] profiles, Vocabulary words)
    {
        var lengths = profiles.Select(p => p.Words.Counts.Sum(c => (float)c)).ToArray();
        var mean = Math.Max(1, lengths.DefaultIfEmpty().Average());
        return [.. profiles.Select((profile, i) =>
        {
            var row = new List<(int, float)>(profile.Words.Keys.Length);
            for (var k = 0; k < profile.Words.Keys.Length; k++)
            {
                var column = words.Find(profile.Words.Keys[k]);
                float tf = profile.Words.Counts[k];
                row.Add((column, (words.Idf[column] - 1) * tf * (K1 + 1) / (tf + (K1 * (1 - B + (B * lengths[i] / mean))))));
            }
            return row;
        })];
    }

    private static float[][] SimilarityOf(List<(int Column, float Value)>[] rows, Postings cosine)
    {
        var similarity = new float[rows.Length][];
        Parallel.For(0, rows.Length, i =>
        {
            var sums = new float[rows.Length];
            foreach (var (column, value) in rows[i]) cosine.Add(column, value, sums);
            sums[i] = 0;
            similarity[i] = sums;
        });
        return similarity;
    }
}
