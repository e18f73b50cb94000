using System.Collections.Concurrent;

namespace SmartRecruiting.Matching.Engine;

/// <summary>Reads a text against every programme: catalogue and classifier give one value for each <see cref="Cue"/>. Safe for concurrent use.</summary>
internal sealed class Scorer
{
    /// <summary>Number of cues.</summary>
    public const int Cues = 8;

    /// <summary>Bring all cues to a range of about 0 to 2, so that one strength of regularisation suits them all.</summary>
    public const float CosineScale = 5, Bm25Scale = 20;

    private const int MostNeighbours = 10;

    private readonly Catalogue catalogue;
    private readonly Classifier? classifier;
    private readonly int[] classOf;
    private readonly (int Class, float Weight)[][] neighbours;
    private readonly int[] declineOf;
    private readonly float[] ownBiases;
    private readonly float[] nearBiases;
    private readonly ConcurrentBag<Buffers> pool = [];

    /// <summary>Joins a catalogue and what was learnt; either may know codes that the other does not.</summary>
    public Scorer(Catalogue catalogue, Classifier? classifier)
    {
        this.catalogue = catalogue;
        this.classifier = classifier;
        var classes = new Dictionary<string, int>();
        for (var c = 0; c < (classifier?.Codes.Length ?? 0); c++) classes.Add(classifier!.Codes[c], c);
        classOf = [.. catalogue.Profiles.Select(p => classes.GetValueOrDefault(p.Programme.Code, -1))];
        Examples = [.. classOf.Select(c => c < 0 ? 0 : classifier!.Counts[c])];
        neighbours = [.. Enumerable.Range(0, Programmes).Select(NeighboursOf)];
        declineOf = [.. catalogue.Profiles.Select(p => Array.IndexOf(classifier?.Declined ?? [], p.Programme.Code))];
        ownBiases = [.. classOf.Select(c => c < 0 ? 0 : classifier!.Biases[c])];
        nearBiases = [.. neighbours.Select(list => list.Sum(n => n.Weight * classifier!.Biases[n.Class]))];
    }

    /// <summary>Number of programmes.</summary>
    public int Programmes => catalogue.Profiles.Length;

    /// <summary>Labelled texts that each programme was learnt from.</summary>
    public int[] Examples { get; }

    /// <summary>Reads a text.</summary>
    public Evidence Read(AnalysedText text)
    {
        var passed = Senders.Find(text, stem => catalogue.Knows(stem) || classifier?.Words.Find(stem) >= 0);
        var terms = TextTerms.Of(text, passed);
        var cues = new float[Programmes * Cues];
        var declines = new float[Programmes];
        var known = new bool[terms.Stems.Length];
        if (!pool.TryTake(out var buffers)) buffers = new Buffers(Programmes, classifier?.Codes.Length ?? 0, classifier?.Declined.Length ?? 0, catalogue.Phrases, catalogue.Grams.Count);
        ReadClassifier(terms, passed, buffers, cues, declines, known);
        var catalogueWords = ReadCatalogue(terms, passed, buffers, cues, known);
        pool.Add(buffers);
        var evidence = new Evidence(terms, cues, declines, known.Count(k => k), catalogueWords);
        // A bias says how often a programme was asked for, and a short text says nothing of that.
        for (var p = 0; p < Programmes; p++)
        {
            cues[(p * Cues) + (int)Cue.Margin] -= (float)(1 - evidence.Fullness) * ownBiases[p];
            cues[(p * Cues) + (int)Cue.Neighbours] -= (float)(1 - evidence.Fullness) * nearBiases[p];
        }
        return evidence;
    }

    /// <summary>What is needed to take words out of a text and see what some programmes lose.</summary>
    public Ablation Ablate(Evidence evidence, IReadOnlyList<Unit> units, IEnumerable<int> programmes) =>
        new(catalogue, classifier, evidence.Terms, units, [.. programmes.Select(p => (p, classOf[p], neighbours[p]))]);

    private void ReadClassifier(TextTerms terms, bool[] passed, Buffers buffers, float[] cues, float[] declines, bool[] known)
    {
        if (classifier is null) return;
        Array.Clear(buffers.Margins);
        Array.Clear(buffers.Centroids);
        buffers.Row.Clear();
        var square = 0f;
        foreach (var term in terms.Terms)
        {
            var column = classifier.Words.Find(term.Key);
            if (column < 0) continue;
            if (term.Second < 0) known[term.First] = true;
            var value = TextTerm.Frequency(term.Count) * classifier.Words.Idf[column];
            square += value * value;
            buffers.Row.Add((column, value));
        }
        var scale = square > 0 ? 1 / MathF.Sqrt(square) : 0;
        Array.Clear(buffers.Declines);
        foreach (var (column, value) in buffers.Row)
        {
            classifier.Declines.Add(column, value * scale, buffers.Declines);
            classifier.Margins.Add(column, value * scale, buffers.Margins);
            classifier.Centroids.Add(column, value * scale, buffers.Centroids);
        }
        classifier.Declines.Scale(buffers.Declines);
        classifier.Margins.Scale(buffers.Margins);
        if (classifier.Grams is not null)
        {
            Array.Clear(buffers.Grams);
            classifier.Grams.Weigh(Grams.Of(terms.Text, passed), buffers.Row);
            foreach (var (column, value) in buffers.Row) classifier.GramMargins!.Add(column, value * Corpus.GramScale, buffers.Grams);
            classifier.GramMargins!.Scale(buffers.Grams);
            for (var c = 0; c < buffers.Grams.Length; c++) buffers.Margins[c] += buffers.Grams[c];
        }
        classifier.Centroids.Scale(buffers.Centroids);
        for (var c = 0; c < classifier.Biases.Length; c++) buffers.Margins[c] += classifier.Biases[c];
        for (var p = 0; p < Programmes; p++)
        {
            var near = 0f;
            foreach (var (neighbour, weight) in neighbours[p]) near += weight * buffers.Margins[neighbour];
            cues[(p * Cues) + (int)Cue.Neighbours] = near;
            if (declineOf[p] >= 0) declines[p] = buffers.Declines[declineOf[p]];
            if (classOf[p] < 0) continue;
            cues[(p * Cues) + (int)Cue.Margin] = buffers.Margins[classOf[p]];
            cues[(p * Cues) + (int)Cue.Centroid] = CosineScale * buffers.Centroids[classOf[p]];
        }
    }

    private int ReadCatalogue(TextTerms terms, bool[] passed, Buffers buffers, float[] cues, bool[] known)
    {
        Array.Clear(buffers.Words);
        Array.Clear(buffers.Bm25);
        Array.Clear(buffers.Characters);
        var (square, idfs, distinct) = (0f, 0f, 0);
        foreach (var term in terms.Terms)
        {
            var column = catalogue.Words.Find(term.Key);
            if (column < 0) continue;
            if (term.Second < 0)
            {
                known[term.First] = true;
                distinct++;
            }
            var tf = TextTerm.Frequency(term.Count);
            var value = tf * catalogue.Words.Idf[column];
            square += value * value;
            idfs += catalogue.Words.Idf[column];
            catalogue.WordCosine.Add(column, value, buffers.Words);
            catalogue.Bm25.Add(column, tf, buffers.Bm25);
        }
        if (catalogue.Grams.Count > 0)
        {
            Grams.Weigh(terms.Text, passed, catalogue.Grams, buffers.Counts, buffers.Row);
            foreach (var (column, value) in buffers.Row) catalogue.GramCosine.Add(column, value, buffers.Characters);
        }
        var cosineScale = square > 0 ? CosineScale / MathF.Sqrt(square) : 0;
        var bm25Scale = idfs > 0 ? 1 / MathF.Sqrt(Bm25Scale * idfs) : 0;
        for (var p = 0; p < Programmes; p++)
        {
            cues[(p * Cues) + (int)Cue.Words] = buffers.Words[p] * cosineScale;
            cues[(p * Cues) + (int)Cue.Bm25] = buffers.Bm25[p] * bm25Scale;
            cues[(p * Cues) + (int)Cue.Characters] = buffers.Characters[p] * CosineScale;
        }
        ReadPhrases(terms, TextTerms.TitleWords, Cue.Title, buffers, cues);
        ReadPhrases(terms, int.MaxValue, Cue.Phrase, buffers, cues);
        return distinct;
    }

    private void ReadPhrases(TextTerms terms, int words, Cue cue, Buffers buffers, float[] cues)
    {
        buffers.Touched.Clear();
        buffers.Seen.Clear();
        foreach (var stem in terms.StemOfToken)
        {
            if (stem < 0) continue;
            if (words-- <= 0) break;
            if (!buffers.Seen.Add(stem) || !catalogue.PhrasesOfStem.TryGetValue(terms.Stems[stem], out var phrases)) continue;
            var idf = catalogue.IdfOf(terms.Stems[stem]);
            foreach (var phrase in phrases)
            {
                if (buffers.Phrases[phrase] == 0) buffers.Touched.Add(phrase);
                buffers.Phrases[phrase] += idf;
            }
        }
        foreach (var phrase in buffers.Touched)
        {
            ref var best = ref cues[(catalogue.OwnerOf(phrase) * Cues) + (int)cue];
            best = Math.Max(best, catalogue.Coverage(phrase, buffers.Phrases[phrase]));
            buffers.Phrases[phrase] = 0;
        }
    }

    private (int, float)[] NeighboursOf(int programme)
    {
        var similarity = catalogue.Similarity[programme];
        var nearest = Enumerable.Range(0, Programmes).Where(p => p != programme && classOf[p] >= 0 && similarity[p] > 0)
            .OrderByDescending(p => similarity[p]).Take(MostNeighbours).ToArray();
        var total = nearest.Sum(p => similarity[p] * similarity[p]) + 1e-6f;
        return [.. nearest.Select(p => (classOf[p], similarity[p] * similarity[p] / total))];
    }

    // Reused from text to text: at 700 programmes some hundred kilobytes.
    private sealed class Buffers(int programmes, int classes, int declined, int phrases, int grams)
    {
        public float[] Margins { get; } = new float[classes];
        public float[] Centroids { get; } = new float[classes];
        public float[] Grams { get; } = new float[classes];
        public float[] Declines { get; } = new float[declined];
        public float[] Words { get; } = new float[programmes];
        public float[] Bm25 { get; } = new float[programmes];
        public float[] Characters { get; } = new float[programmes];
        public float[] Phrases { get; } = new float[phrases];
        public int[] Counts { get; } = new int[grams];
        public List<int> Touched { get; } = [];
        public HashSet<int> Seen { get; } = [];
        public List<(int Column, float Value)> Row { get; } = [];
    }
}
