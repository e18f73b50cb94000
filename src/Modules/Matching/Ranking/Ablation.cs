namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Takes stems out of a text, every occurrence and every pair with them, and gives the cues of one programme for what is left.
/// Exact, but for characters inside words, which keep their value.
/// </summary>
internal sealed class Ablation
{
    private readonly Catalogue catalogue;
    private readonly Evidence evidence;
    private readonly int programme;
    private readonly List<(int Phrase, List<(int Stem, float Idf, bool InTitle)> Stems)> phrases;
    private readonly TermShare[] shares;
    private readonly float cosineScale;
    private readonly float bm25Scale;
    private readonly float margin;
    private readonly float near;

    /// <summary>For one programme; <paramref name="shares"/> go with the terms of the text.</summary>
    public Ablation(Catalogue catalogue, Evidence evidence, int programme, TermShare[] shares, float cosineScale, float bm25Scale)
    {
        (this.catalogue, this.evidence, this.programme, this.shares) = (catalogue, evidence, programme, shares);
        (this.cosineScale, this.bm25Scale) = (cosineScale, bm25Scale);
        (margin, near) = Margins(null);
        phrases = PhrasesOf(catalogue, evidence.Terms, programme);
    }

    /// <summary>The cues without some stems.</summary>
    /// <param name="without">For each of the text's stems whether it goes.</param>
    /// <param name="cues">Receives a value for each <see cref="Cue"/>.</param>
    public void Without(bool[] without, Span<float> cues)
    {
        evidence.Cues.AsSpan(programme * Scorer.Cues, Scorer.Cues).CopyTo(cues);
        var terms = evidence.Terms.Terms;
        var (cosine, bm25, square, idfs, centroid, learntSquare) = (0f, 0f, 0f, 0f, 0f, 0f);
        for (var i = 0; i < terms.Length; i++)
        {
            if (IsOut(terms[i], without)) continue;
            square += shares[i].Value * shares[i].Value;
            idfs += shares[i].Idf;
            cosine += shares[i].Cosine;
            bm25 += shares[i].Bm25;
            learntSquare += shares[i].LearntValue * shares[i].LearntValue;
            centroid += shares[i].Centroid;
        }
        cues[(int)Cue.Words] = square > 0 ? cosineScale * cosine / MathF.Sqrt(square) : 0;
        cues[(int)Cue.Bm25] = idfs > 0 ? bm25 / MathF.Sqrt(bm25Scale * idfs) : 0;
        cues[(int)Cue.Centroid] = learntSquare > 0 ? cosineScale * centroid / MathF.Sqrt(learntSquare) : 0;
        var (newMargin, newNear) = Margins(without);
        cues[(int)Cue.Margin] += newMargin - margin;
        cues[(int)Cue.Neighbours] += newNear - near;

        (cues[(int)Cue.Title], cues[(int)Cue.Phrase]) = (0, 0);
        foreach (var (phrase, stems) in phrases)
        {
            var (title, all) = (0f, 0f);
            foreach (var (stem, idf, inTitle) in stems)
            {
                if (without[stem]) continue;
                all += idf;
                if (inTitle) title += idf;
            }
            cues[(int)Cue.Title] = Math.Max(cues[(int)Cue.Title], catalogue.Coverage(phrase, title));
            cues[(int)Cue.Phrase] = Math.Max(cues[(int)Cue.Phrase], catalogue.Coverage(phrase, all));
        }
    }

    // The programme's phrases of which the text has a stem.
    private static List<(int Phrase, List<(int Stem, float Idf, bool InTitle)> Stems)> PhrasesOf(Catalogue catalogue, TextTerms terms, int programme)
    {
        var places = new Dictionary<ulong, (int Place, bool InTitle)>(terms.Stems.Length);
        var words = 0;
        foreach (var stem in terms.StemOfToken)
        {
            if (stem >= 0) places.TryAdd(terms.Stems[stem], (stem, words++ < TextTerms.TitleWords));
        }
        var phrases = new List<(int, List<(int, float, bool)>)>();
        foreach (var phrase in catalogue.PhrasesOf(programme))
        {
            var found = new List<(int, float, bool)>();
            foreach (var stem in catalogue.StemsOf(phrase))
            {
                if (places.TryGetValue(stem, out var at)) found.Add((at.Place, catalogue.IdfOf(stem), at.InTitle));
            }
            if (found.Count > 0) phrases.Add((phrase, found));
        }
        return phrases;
    }

    private (float Margin, float Near) Margins(bool[]? without)
    {
        var (own, others, square) = (0f, 0f, 0f);
        var terms = evidence.Terms.Terms;
        for (var i = 0; i < terms.Length; i++)
        {
            if (without is not null && IsOut(terms[i], without)) continue;
            own += shares[i].Margin;
            others += shares[i].Near;
            square += shares[i].LearntValue * shares[i].LearntValue;
        }
        return square > 0 ? (own / MathF.Sqrt(square), others / MathF.Sqrt(square)) : default;
    }

    private static bool IsOut(in TextTerm term, bool[] without) => without[term.First] || (term.Second >= 0 && without[term.Second]);
}
