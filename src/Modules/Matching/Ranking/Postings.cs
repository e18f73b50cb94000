using System.Numerics;
using System.Runtime.InteropServices;

namespace SmartRecruiting.Matching.Engine;

/// <summary>For each feature the programmes that have it, ascending, each with a weight.</summary>
internal sealed class Postings
{
    // From this share of all programmes on, a row with a weight for each is added faster than a list of those that have one.
    private const int Crowded = 4;

    private readonly int[] starts;
    private readonly int[] owners;
    private readonly float[] weights;
    private readonly float[]?[] crowds;

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
        crowds = [.. Enumerable.Range(0, features).Select(f => OwnersOf(f).Length * Crowded >= rows.Count ? CrowdOf(f, rows.Count) : null)];
    }

    /// <summary>Adds value times each programme's weight for a feature to <paramref name="sums"/>.</summary>
    public void Add(int feature, float value, float[] sums)
    {
        if (crowds[feature] is { } crowd)
        {
            AddCrowd(crowd, value, sums);
            return;
        }
        for (var i = starts[feature]; i < starts[feature + 1]; i++) sums[owners[i]] += value * weights[i];
    }

    /// <summary>The programmes that have a feature.</summary>
    public ReadOnlySpan<int> OwnersOf(int feature) => owners.AsSpan(starts[feature]..starts[feature + 1]);

    /// <summary>Their weights.</summary>
    public ReadOnlySpan<float> WeightsOf(int feature) => weights.AsSpan(starts[feature]..starts[feature + 1]);

    private float[] CrowdOf(int feature, int programmes)
    {
        var crowd = new float[programmes];
        for (var i = starts[feature]; i < starts[feature + 1]; i++) crowd[owners[i]] = weights[i];
        return crowd;
    }

    // The same digits as one by one: each product and each sum is rounded by itself.
    private static void AddCrowd(float[] crowd, float value, float[] sums)
    {
        var many = MemoryMarshal.Cast<float, Vector<float>>(crowd);
        var all = MemoryMarshal.Cast<float, Vector<float>>(sums.AsSpan());
        for (var i = 0; i < many.Length; i++) all[i] += many[i] * value;
        for (var i = many.Length * Vector<float>.Count; i < crowd.Length; i++) sums[i] += value * crowd[i];
    }
}
