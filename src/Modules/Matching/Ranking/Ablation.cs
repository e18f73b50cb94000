namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Takes units of words out of a text, every occurrence and every pair with them, and tells how far the scores of some programmes
/// fall. Exact, but for characters inside words, which keep their value. What each unit adds is summed up once, for all the programmes.
/// </summary>
internal sealed class Ablation
{
    // Less than this of a length is what rounding leaves when all of it is taken away.
    private const double Nothing = 1e-9;

    private readonly Catalogue catalogue;
    private readonly int[] unitOfStem;
    private readonly int units;
    private readonly UnitLength[] lengths;
    private readonly Part[] parts;

    /// <summary>For the units of one text and the numbers of some programmes.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="classifier">What was learnt; null for nothing.</param>
    /// <param name="terms">The text.</param>
    /// <param name="units">What can be taken out.</param>
    /// <param name="programmes">Each with its class (-1 for none) and the weighted classes of its neighbours.</param>
    public Ablation(Catalogue catalogue, Classifier? classifier, TextTerms terms, IReadOnlyList<Unit> units, IReadOnlyList<(int Number, int Class, (int Class, float Weight)[] Neighbours)> programmes)
    {
        this.catalogue = catalogue;
        this.units = units.Count;
        unitOfStem = new int[terms.Stems.Length];
        Array.Fill(unitOfStem, -1);
        for (var u = 0; u < units.Count; u++)
        {
            foreach (var stem in units[u].Stems) unitOfStem[stem] = u;
        }
        lengths = new UnitLength[units.Count + 1];
        parts = [.. programmes.Select(p => new Part(new UnitShare[units.Count + 1], PhrasesOf(terms, p.Number), new bool[units.Count]))];
        ReadCatalogue(terms, programmes);
        if (classifier is not null) ReadClassifier(classifier, terms, programmes);
        foreach (var part in parts)
        {
            foreach (var (unit, _, _) in part.Phrases.SelectMany(p => p.Stems).Where(s => s.Unit >= 0)) part.HasPhrase[unit] = true;
        }
    }

    /// <summary>How far the score of a programme falls without a unit; below 0 when it rises.</summary>
    /// <param name="programme">Its place among those given.</param>
    /// <param name="unit">Number of the unit.</param>
    /// <param name="slopes">How the programme's score moves with each <see cref="Cue"/>.</param>
    public double Fall(int programme, int unit, double[] slopes)
    {
        Span<double> with = stackalloc double[Scorer.Cues], without = stackalloc double[Scorer.Cues];
        Read(parts[programme], default, default, with);
        Read(parts[programme], lengths[unit], parts[programme].Shares[unit], without);
        if (parts[programme].HasPhrase[unit])
        {
            ReadPhrases(parts[programme], -1, with);
            ReadPhrases(parts[programme], unit, without);
        }
        var fall = 0.0;
        for (var c = 0; c < Scorer.Cues; c++) fall += slopes[c] * (with[c] - without[c]);
        return fall;
    }

    private void Read(Part part, UnitLength lengthOut, UnitShare shareOut, Span<double> cues)
    {
        var (length, share) = (lengths[units], part.Shares[units]);
        if (length.Square - lengthOut.Square is > Nothing and var square) cues[(int)Cue.Words] = Scorer.CosineScale * (share.Cosine - shareOut.Cosine) / Math.Sqrt(square);
        if (length.Idf - lengthOut.Idf is > Nothing and var idfs) cues[(int)Cue.Bm25] = (share.Bm25 - shareOut.Bm25) / Math.Sqrt(Scorer.Bm25Scale * idfs);
        if (length.LearntSquare - lengthOut.LearntSquare is not (> Nothing and var learnt)) return;
        learnt = Math.Sqrt(learnt);
        cues[(int)Cue.Centroid] = Scorer.CosineScale * (share.Centroid - shareOut.Centroid) / learnt;
        cues[(int)Cue.Margin] = (share.Margin - shareOut.Margin) / learnt;
        cues[(int)Cue.Neighbours] = (share.Near - shareOut.Near) / learnt;
    }

    private void ReadPhrases(Part part, int unitOut, Span<double> cues)
    {
        foreach (var (phrase, stems) in part.Phrases)
        {
            var (title, all) = (0f, 0f);
            foreach (var (unit, idf, inTitle) in stems)
            {
                if (unit == unitOut && unit >= 0) continue;
                all += idf;
                if (inTitle) title += idf;
            }
            cues[(int)Cue.Title] = Math.Max(cues[(int)Cue.Title], catalogue.Coverage(phrase, title));
            cues[(int)Cue.Phrase] = Math.Max(cues[(int)Cue.Phrase], catalogue.Coverage(phrase, all));
        }
    }

    private void ReadCatalogue(TextTerms terms, IReadOnlyList<(int Number, int Class, (int Class, float Weight)[] Neighbours)> programmes)
    {
        var partOf = new Part?[catalogue.Profiles.Length];
        for (var i = 0; i < parts.Length; i++) partOf[programmes[i].Number] = parts[i];
        Span<int> room = stackalloc int[3];
        foreach (var term in terms.Terms)
        {
            var column = catalogue.Words.Find(term.Key);
            if (column < 0) continue;
            var touched = Touched(term, room);
            var (tf, idf) = (TextTerm.Frequency(term.Count), catalogue.Words.Idf[column]);
            var value = tf * idf;
            foreach (var unit in touched)
            {
                lengths[unit].Square += value * value;
                lengths[unit].Idf += idf;
            }
            // Both lists are of the same programmes.
            var owners = catalogue.WordCosine.OwnersOf(column);
            var cosines = catalogue.WordCosine.WeightsOf(column);
            var bm25 = catalogue.Bm25.WeightsOf(column);
            for (var i = 0; i < owners.Length; i++)
            {
                if (partOf[owners[i]] is not { } part) continue;
                foreach (var unit in touched)
                {
                    part.Shares[unit].Cosine += value * cosines[i];
                    part.Shares[unit].Bm25 += tf * bm25[i];
                }
            }
        }
    }

    private void ReadClassifier(Classifier classifier, TextTerms terms, IReadOnlyList<(int Number, int Class, (int Class, float Weight)[] Neighbours)> programmes)
    {
        var partsOf = new List<(Part Part, float Near, bool IsOwn)>?[classifier.Codes.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (programmes[i].Class >= 0) (partsOf[programmes[i].Class] ??= []).Add((parts[i], 0, true));
            foreach (var (neighbour, weight) in programmes[i].Neighbours) (partsOf[neighbour] ??= []).Add((parts[i], weight, false));
        }
        Span<int> room = stackalloc int[3];
        foreach (var term in terms.Terms)
        {
            var column = classifier.Words.Find(term.Key);
            if (column < 0) continue;
            var touched = Touched(term, room);
            var value = TextTerm.Frequency(term.Count) * classifier.Words.Idf[column];
            foreach (var unit in touched) lengths[unit].LearntSquare += value * value;
            var classes = classifier.Margins.ClassesOf(column);
            for (var i = 0; i < classes.Length; i++)
            {
                if (partsOf[classes[i]] is not { } those) continue;
                var margin = value * classifier.Margins.Weight(column, i);
                foreach (var (part, near, isOwn) in those)
                {
                    foreach (var unit in touched)
                    {
                        if (isOwn) part.Shares[unit].Margin += margin;
                        else part.Shares[unit].Near += near * margin;
                    }
                }
            }
            classes = classifier.Centroids.ClassesOf(column);
            for (var i = 0; i < classes.Length; i++)
            {
                if (partsOf[classes[i]] is not { } those) continue;
                foreach (var (part, _, isOwn) in those)
                {
                    if (!isOwn) continue;
                    foreach (var unit in touched) part.Shares[unit].Centroid += value * classifier.Centroids.Weight(column, i);
                }
            }
        }
    }

    // The units that a term goes with, and behind them the whole text.
    private ReadOnlySpan<int> Touched(in TextTerm term, Span<int> room)
    {
        var count = 0;
        if (unitOfStem[term.First] is >= 0 and var first) room[count++] = first;
        if (term.Second >= 0 && unitOfStem[term.Second] is >= 0 and var second && (count == 0 || room[0] != second)) room[count++] = second;
        room[count++] = units;
        return room[..count];
    }

    // The programme's phrases of which the text has a stem.
    private List<(int Phrase, List<(int Unit, float Idf, bool InTitle)> Stems)> PhrasesOf(TextTerms terms, int programme)
    {
        var phrases = new List<(int, List<(int, float, bool)>)>();
        foreach (var phrase in catalogue.PhrasesOf(programme))
        {
            List<(int, float, bool)>? found = null;
            foreach (var stem in catalogue.StemsOf(phrase))
            {
                if (Array.IndexOf(terms.Stems, stem) is >= 0 and var place) (found ??= []).Add((unitOfStem[place], catalogue.IdfOf(stem), IsInTitle(terms, place)));
            }
            if (found is not null) phrases.Add((phrase, found));
        }
        return phrases;
    }

    private static bool IsInTitle(TextTerms terms, int stem)
    {
        var words = 0;
        foreach (var other in terms.StemOfToken)
        {
            if (other < 0) continue;
            if (words++ >= TextTerms.TitleWords) return false;
            if (other == stem) return true;
        }
        return false;
    }

    private sealed record Part(UnitShare[] Shares, List<(int Phrase, List<(int Unit, float Idf, bool InTitle)> Stems)> Phrases, bool[] HasPhrase);
}
