namespace SmartRecruiting.Matching.Engine;

/// <summary>What one term adds to the cues of one programme, before division by the length of the text's vector.</summary>
internal struct TermShare
{
    /// <summary>Inverse document frequency in the catalogue; 0 when unknown there.</summary>
    public float Idf;

    /// <summary>Its value in the text's vector over the catalogue's words.</summary>
    public float Value;

    /// <summary>Part of the dot product with the programme's words.</summary>
    public float Cosine;

    /// <summary>Part of BM25.</summary>
    public float Bm25;

    /// <summary>Its value in the text's vector over the classifier's words.</summary>
    public float LearntValue;

    /// <summary>Part of the programme's margin.</summary>
    public float Margin;

    /// <summary>Part of the dot product with the programme's centroid.</summary>
    public float Centroid;

    /// <summary>Part of the weighted margins of its neighbours.</summary>
    public float Near;
}
