namespace SmartRecruiting.Matching.Engine;

/// <summary>What the terms of one unit (or of the whole text) add to the lengths of the text's vectors, whatever the programme.</summary>
internal struct UnitLength
{
    /// <summary>Squared values over the catalogue's words.</summary>
    public double Square;

    /// <summary>Inverse document frequencies in the catalogue.</summary>
    public double Idf;

    /// <summary>Squared values over the classifier's words.</summary>
    public double LearntSquare;
}
