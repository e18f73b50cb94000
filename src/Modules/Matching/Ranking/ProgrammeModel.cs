using System.Collections.Concurrent;

namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Ranks programmes (or plain labels) for any text. Works from the programmes' own texts alone, and better with every labelled
/// text. Immutable and safe for concurrent use; training is deterministic.
/// </summary>
internal sealed class ProgrammeModel
{
    private const int MostCauses = 8;

    // Below this part of the strongest cause a word is there by chance.
    private const double LeastShareOfCause = 0.05;

    // One word in four.
    private const int LeastKnown = 4;

    // What a text loses that is the like of three that did not fit, in units of the mix, and up to where likeness is chance.
    private const double DeclineWeight = 8, ChanceLikeness = 0.2;

    // A right programme within so many places was found.
    private const int Found = 5;

    // A few words belong to nothing for sure; they are judged by what they are.
    private const int FewWords = 8;

    // What is hardly likelier than with no text at all is no match.
    private const double AboveNothing = 1.25, MostForNothing = 0.2;

    private readonly Catalogue catalogue;
    private readonly Scorer scorer;
    private readonly double floor;

    /// <summary>From its parts.</summary>
    public ProgrammeModel(Catalogue catalogue, Classifier? classifier, Mixer mixer, Calibration calibration)
    {
        this.catalogue = catalogue;
        (Classifier, Mixer, Calibration) = (classifier, mixer, calibration);
        scorer = new Scorer(catalogue, classifier);
        floor = Math.Max(calibration.Floor, AboveNothing * ChanceOfNothing());
    }

    /// <summary>What was learnt; null before the first label.</summary>
    public Classifier? Classifier { get; }

    /// <summary>How cues become a score.</summary>
    public Mixer Mixer { get; }

    /// <summary>How a score becomes a chance and a word.</summary>
    public Calibration Calibration { get; }

    /// <summary>The programmes, by code.</summary>
    public IEnumerable<Programme> Programmes => catalogue.Profiles.Select(p => p.Programme);

    /// <summary>
    /// Trains a model: classifier on all labelled texts, mix and calibration on held-out ones. Seconds for a thousand texts.
    /// </summary>
    /// <param name="programmes">The catalogue; empty for plain labels, which are then taken from the texts.</param>
    /// <param name="labelled">May be empty. Labels that the catalogue does not have are passed over.</param>
    /// <param name="options">See there.</param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="cancellation">Ends the training with an OperationCanceledException.</param>
    /// <exception cref="ArgumentException">Two programmes have one code.</exception>
    public static ProgrammeModel Train(
        IReadOnlyCollection<Programme> programmes, IReadOnlyList<LabelledText> labelled, TrainingOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var catalogue = Catalogue.Build(programmes.Count > 0 ? programmes : labelled.SelectMany(l => l.Labels).Distinct().Select(Programme.OfLabel));
        var set = new TrainingSet(catalogue, labelled);
        if (set.PositiveRows.Length == 0) return new ProgrammeModel(catalogue, null, Mixer.Prior, Calibration.Cautious);

        var corpus = Corpus.Build(set.Texts, catalogue, options.Threads, cancellation);
        var samples = HeldOut.Collect(catalogue, corpus, set, options, Scaled(progress, 0, 0.7), cancellation);
        var mixer = Mixer.Fit([.. samples.Where(s => !s.IsSnippet)], options.ColdShare, options.Threads, cancellation);
        var classifier = set.Train(corpus, [.. set.PositiveRows, .. set.NegativeRows], options, Scaled(progress, 0.75, 0.25), cancellation);
        var calibration = Calibrate(samples, mixer, new Scorer(catalogue, classifier), catalogue, set, cancellation);
        progress?.Report(1);
        return new ProgrammeModel(catalogue, classifier, mixer, calibration);
    }

    /// <summary>The same model over another catalogue: new programmes compete by their texts at once, gone ones are gone.</summary>
    /// <exception cref="ArgumentException">Two programmes have one code.</exception>
    public ProgrammeModel WithProgrammes(IEnumerable<Programme> programmes) =>
        new(Catalogue.Build(programmes, catalogue.Profiles.ToDictionary(p => p.Programme.Code)), Classifier, Mixer, Calibration);

    /// <summary>Ranks all programmes that a filter lets pass.</summary>
    /// <param name="text">Any text; the first 40,000 characters count.</param>
    /// <param name="top">Most programmes to give.</param>
    /// <param name="filter">Which programmes may come; null for all. It changes no chance.</param>
    /// <param name="explain">Whether to find the causes.</param>
    /// <param name="skills">
    /// With a lexicon, words of a skill are taken out together and shown as that skill, and a text that may be English is read with
    /// the French names of its skills beside it, since catalogue and offers are French.
    /// </param>
    public TextRanking Rank(string text, int top, Func<Programme, bool>? filter = null, bool explain = true, SkillLexicon? skills = null)
    {
        var evidence = scorer.Read(Understand(text, skills));
        var scores = ScoresOf(evidence);
        var order = Enumerable.Range(0, scores.Length).Where(p => filter is null || filter(catalogue.Profiles[p].Programme)).ToArray();
        // Ties by number, which is the order of the codes: the same answer every time.
        Array.Sort(order, (a, b) => scores[b] != scores[a] ? scores[b].CompareTo(scores[a]) : a.CompareTo(b));
        if (scores.Length == 0 || order.Length == 0) return new TextRanking(RankingState.NoReliableMatch, [], []);

        var highest = scores.Max();
        var total = scores.Sum(s => Math.Exp(s - highest));
        var leader = First.Of(scores, evidence.Cues, scorer.Examples, evidence.Fullness, evidence.KnownShare, null, out _);
        var first = Calibration.Chance(leader);
        // The first has the chance that was measured; what is left of 1 is shared among the others.
        double ChanceOf(double score) => score >= highest ? first : Math.Min(first, (1 - first) * Math.Exp(score - highest) / (total - 1));
        int[] shown = [.. order.Take(top)];
        var causes = explain ? CausesOf(evidence, shown, text.Length, skills) : null;
        var items = shown.Select((p, place) =>
        {
            var chance = ChanceOf(scores[p]);
            return new RankedItem(catalogue.Profiles[p].Programme, chance, Calibration.StrengthOf(chance), causes?[place] ?? [], scorer.Examples[p]);
        }).ToArray();
        var isMeaningful = IsMeaningful(evidence);
        return new TextRanking(
            isMeaningful && (evidence.Terms.Stems.Length < FewWords || Calibration.Belongs(leader)) && ChanceOf(scores[order[0]]) >= floor ? RankingState.Match : RankingState.NoReliableMatch,
            items,
            [.. order.Select(p => (catalogue.Profiles[p].Programme, ChanceOf(scores[p])))]) { IsMeaningful = isMeaningful };
    }

    /// <summary>Scores of all programmes by code, for measuring; only differences mean anything.</summary>
    public IReadOnlyList<(string Code, double Score)> Scores(string text)
    {
        var scores = ScoresOf(scorer.Read(TextAnalyzer.Analyse(text)));
        return [.. scores.Select((score, p) => (catalogue.Profiles[p].Programme.Code, score))];
    }

    /// <summary>Labelled texts that a programme was learnt from.</summary>
    public int ExamplesOf(string code) => Array.FindIndex(catalogue.Profiles, p => p.Programme.Code == code) is >= 0 and var at ? scorer.Examples[at] : 0;

    /// <summary>Inverse document frequency of a stem, for <see cref="Keywords"/>; 0 when it is known to neither catalogue nor classifier.</summary>
    public float IdfOf(ulong stem) => Classifier?.Words.Find(stem) is >= 0 and var column ? Classifier.Words.Idf[column] : catalogue.IdfOf(stem);

    /// <summary>The model as bytes, to be stored.</summary>
    public byte[] ToBytes() => ModelFile.Write(this);

    /// <summary>A model from its bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, of another version, or damaged.</exception>
    public static ProgrammeModel FromBytes(byte[] bytes) => ModelFile.Read(bytes);

    private double[] ScoresOf(Evidence evidence) => ScoresOf(evidence, Mixer, scorer);

    private static double[] ScoresOf(Evidence evidence, Mixer mixer, Scorer scorer)
    {
        var scores = new double[scorer.Programmes];
        for (var p = 0; p < scores.Length; p++)
        {
            scores[p] = mixer.Score(evidence.Cues.AsSpan(p * Scorer.Cues, Scorer.Cues), scorer.Examples[p], evidence.Fullness)
                - (DeclineWeight * Math.Max(0, evidence.Declines[p] - ChanceLikeness));
        }
        return scores;
    }

    // Words that no programme uses cannot speak for one, and one known word among many unknown ones is there by chance.
    private bool IsMeaningful(Evidence evidence) =>
        evidence.KnownWords * LeastKnown > evidence.Terms.Stems.Length && (catalogue.Words.Count == 0 || evidence.CatalogueWords > 0);

    // The chance that the first programme gets for an empty text: what the machinery says when it knows nothing.
    private double ChanceOfNothing()
    {
        var nothing = scorer.Read(TextAnalyzer.Analyse(""));
        var scores = ScoresOf(nothing);
        // With a handful of labels, even a guess is often right.
        return scores.Length == 0 ? 0 : Math.Min(MostForNothing, Calibration.Chance(First.Of(scores, nothing.Cues, scorer.Examples, nothing.Fullness, nothing.KnownShare, null, out _)));
    }

    private static AnalysedText Understand(string text, SkillLexicon? skills)
    {
        var analysed = TextAnalyzer.Analyse(text);
        if (skills is null || analysed.Tokens.Length == 0 || !StopWords.MayBeEnglish(analysed)) return analysed;
        var names = skills.Find(analysed).Where(m => TextAnalyzer.Fold(text.Substring(m.Start, m.Length)) != TextAnalyzer.Fold(m.Skill.French)).Select(m => m.Skill.French).Distinct();
        var beside = string.Join(" . ", names);
        return beside.Length == 0 ? analysed : TextAnalyzer.Analyse($"{text} . {beside}");
    }

    // What is taken out together: the words of a skill (under all its names), else a stem. What was put beside the text cannot be shown.
    private static List<Unit> UnitsOf(TextTerms terms, int length, SkillLexicon? skills)
    {
        var units = new List<Unit>();
        var done = new bool[terms.Stems.Length];
        foreach (var matches in (skills?.Find(terms.Text) ?? []).GroupBy(m => m.Skill.Id))
        {
            var stems = new List<int>();
            foreach (var t in matches.SelectMany(m => Enumerable.Range(m.FirstToken, m.Tokens)))
            {
                var stem = terms.StemOfToken[t];
                if (stem < 0 || done[stem]) continue;
                stems.Add(stem);
                done[stem] = true;
            }
            var first = matches.First();
            if (stems.Count > 0 && first.Start < length) units.Add(new Unit(stems, first.Start, first.Length, true));
        }
        for (var t = 0; t < terms.StemOfToken.Length && terms.Text.Tokens[t].Start < length; t++)
        {
            var stem = terms.StemOfToken[t];
            if (stem < 0 || done[stem]) continue;
            done[stem] = true;
            units.Add(new Unit([stem], terms.Text.Tokens[t].Start, terms.Text.Tokens[t].Length, false));
        }
        return units;
    }

    // For each of some programmes the units whose loss costs it most.
    private List<Cause>[] CausesOf(Evidence evidence, int[] programmes, int length, SkillLexicon? skills)
    {
        var units = UnitsOf(evidence.Terms, length, skills);
        var ablation = scorer.Ablate(evidence, units, programmes);
        return [.. programmes.Select((programme, place) =>
        {
            var slopes = Mixer.Slopes(scorer.Examples[programme]);
            var falls = units.Select((unit, number) => (Unit: unit, Fall: ablation.Fall(place, number, slopes))).Where(f => f.Fall > 0).OrderByDescending(f => f.Fall).ThenBy(f => f.Unit.Start)
                .Take(MostCauses).ToArray();
            return falls.Where(f => f.Fall >= falls[0].Fall * LeastShareOfCause)
                .Select(f => new Cause(evidence.Terms.Text.Source.Substring(f.Unit.Start, f.Unit.Length), f.Unit.Start, f.Unit.Length, f.Unit.IsSkill, f.Fall)).ToList();
        })];
    }

    private static Calibration Calibrate(List<MixSample> samples, Mixer mixer, Scorer scorer, Catalogue catalogue, TrainingSet set, CancellationToken cancellation)
    {
        // A programme without example is taken to be asked for as often as another one; and as many texts name a programme for the
        // first time as the programmes that were named but once foretell (Good and Turing).
        var seen = set.PositiveRows.SelectMany(r => set.ProgrammesOf[r]).CountBy(p => p).ToArray();
        var coldShare = Math.Max(1 - (seen.Length / (double)catalogue.Profiles.Length), seen.Count(s => s.Value == 1) / (double)set.PositiveRows.Length);
        var firsts = new List<(First, bool, bool, double, bool)>();
        var strangers = new List<First>();
        foreach (var isSnippet in (bool[])[false, true])
        {
            var group = samples.Where(s => s.IsSnippet == isSnippet).ToArray();
            var cold = group.Count(s => s.IsCold);
            foreach (var sample in group)
            {
                var scores = sample.Examples.Select((n, i) => mixer.Score(sample.Cues.AsSpan(i * Scorer.Cues, Scorer.Cues), n, sample.Fullness)).ToArray();
                // Where neither its programme nor one like it can be ranked, the text belongs nowhere.
                if (sample.IsCold && !isSnippet)
                {
                    var near = catalogue.AllNear(sample.Right);
                    strangers.Add(First.Of(scores, sample.Cues, sample.Examples, sample.Fullness, sample.KnownElsewhere, p => !near.Contains(p), out _));
                }
                var weight = cold == 0 || cold == group.Length ? 1 : sample.IsCold ? coldShare * group.Length / cold : (1 - coldShare) * group.Length / (group.Length - cold);
                if (weight == 0) continue;
                firsts.Add((First.Of(scores, sample.Cues, sample.Examples, sample.Fullness, sample.KnownShare, null, out var number), sample.Right.Contains(number), sample.Right.Any(r => scores.Count(s => s > scores[r]) < Found), weight, !isSnippet));
            }
        }
        var outsiders = Strangers.To(catalogue).Select(text =>
        {
            var evidence = scorer.Read(text);
            return First.Of(ScoresOf(evidence, mixer, scorer), evidence.Cues, scorer.Examples, evidence.Fullness, evidence.KnownShare, null, out _);
        });
        return Calibration.Fit(firsts, strangers, [.. outsiders], cancellation);
    }

    private static Progress? Scaled(IProgress<double>? whole, double from, double size) => whole is null ? null : new Progress(whole, from, size);

    private sealed class Progress(IProgress<double> whole, double from, double size) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (size * value));
    }
}
