namespace SmartRecruiting.Matching.Engine;

/// <summary>For each feature the programmes that have it, ascending, each with a weight.</summary>
internal sealed class Postings
{
    private readonly int[] starts;
    private readonly int[] owners;
    private readonly float[] weights;

    /// <summary>From each programme's own row of (feature, weight).</summary>
    public Postings(IReadOnlyList<IReadOnlyList<(int Column, float Value)>> rows, int features)
    {
        starts = new int[features + 1];
        foreach (var row in rows)
        {
            foreach (var (column, _) in row) starts[column + 1]++;
        }
        for (var f = 0; f < features; f++) starts[f + 1] += starts[f];
        owners = new int[starts[features]];
        weights = new float[starts[features]];
        var next = starts.AsSpan(0, features).ToArray();
        for (var owner = 0; owner < rows.Count; owner++)
        {
            foreach (var (column, value) in rows[owner])
            {
                owners[next[column]] = owner;
                weights[next[column]++] = value;
            }
        }
    }

    /// <summary>Adds value times each programme's weight for a feature to <paramref name="sums"/>.</summary>
    public void Add(int feature, float value, float[] sums)
    {
        for (var i = starts[feature]; i < starts[feature + 1]; i++) sums[owners[i]] += value * weights[i];
    }

    /// <summary>The programmes that have a feature.</summary>
    public ReadOnlySpan<int> OwnersOf(int feature) => owners.AsSpan(starts[feature]..starts[feature + 1]);

    /// <summary>The weight of one feature for one programme.</summary>
    public float Get(int feature, int owner)
    {
        var at = Array.BinarySearch(owners, starts[feature], starts[feature + 1] - starts[feature], owner);
        return at < 0 ? 0 : weights[at];
    }
}
