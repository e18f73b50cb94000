namespace SmartRecruiting.Matching.Engine;

/// <summary>What speaks for a programme, in the order in which the values of a text and a programme are stored.</summary>
internal enum Cue
{
    /// <summary>Margin of the programme's SVM.</summary>
    Margin,

    /// <summary>TF-IDF cosine of words with the programme's own text.</summary>
    Words,

    /// <summary>The same of characters inside words.</summary>
    Characters,

    /// <summary>BM25 of words with the programme's own text.</summary>
    Bm25,

    /// <summary>Name or job that the first words of the text (its title) cover best.</summary>
    Title,

    /// <summary>Name or job that the whole text covers best.</summary>
    Phrase,

    /// <summary>Margins of the programmes that read most alike.</summary>
    Neighbours,

    /// <summary>Cosine with the centroid of the programme's examples.</summary>
    Centroid,
}
