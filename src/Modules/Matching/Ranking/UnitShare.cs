namespace SmartRecruiting.Matching.Engine;

/// <summary>What the terms of one unit (or of the whole text) add to the cues of one programme, before division by the lengths of <see cref="UnitLength"/>.</summary>
internal struct UnitShare
{
    /// <summary>Part of the dot product with the programme's words.</summary>
    public double Cosine;

    /// <summary>Part of BM25.</summary>
    public double Bm25;

    /// <summary>Part of the programme's margin.</summary>
    public double Margin;

    /// <summary>Part of the dot product with the programme's centroid.</summary>
    public double Centroid;

    /// <summary>Part of the weighted margins of its neighbours.</summary>
    public double Near;
}
