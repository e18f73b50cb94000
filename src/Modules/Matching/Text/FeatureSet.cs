namespace SmartRecruiting.Matching.Engine;

/// <summary>How often each feature stands in a text: distinct keys, ascending, and their counts.</summary>
internal readonly record struct FeatureSet(ulong[] Keys, ushort[] Counts)
{
    /// <summary>Sorts and counts occurrences; the list is sorted in place.</summary>
    public static FeatureSet Count(List<ulong> occurrences)
    {
        occurrences.Sort();
        var distinct = 0;
        for (var i = 0; i < occurrences.Count; i++)
        {
            if (i == 0 || occurrences[i] != occurrences[i - 1]) distinct++;
        }
        var keys = new ulong[distinct];
        var counts = new ushort[distinct];
        var at = -1;
        for (var i = 0; i < occurrences.Count; i++)
        {
            if (i == 0 || occurrences[i] != occurrences[i - 1]) keys[++at] = occurrences[i];
            if (counts[at] < ushort.MaxValue) counts[at]++;
        }
        return new FeatureSet(keys, counts);
    }
}
