using System.Buffers;

namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Weights of features for classes, most of them zero: for each feature the classes (ascending) that have one. A weight is 16
/// bits times its class's scale: four bytes an entry where dense floats for all classes would not fit in memory.
/// </summary>
internal sealed class SparseWeights
{
    private readonly int[] starts;
    private readonly ushort[] classes;
    private readonly short[] values;
    private readonly float[] scales;

    /// <summary>From its parts: <paramref name="starts"/> has one more entry than there are features.</summary>
    /// <exception cref="InvalidDataException">The parts do not fit together.</exception>
    public SparseWeights(int[] starts, ushort[] classes, short[] values, float[] scales)
    {
        if (starts.Length == 0 || starts[0] != 0 || starts[^1] != classes.Length || classes.Length != values.Length)
            throw new InvalidDataException("Weights of a model do not fit together.");
        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i] < starts[i - 1]) throw new InvalidDataException("Weights of a model are out of order.");
        }
        foreach (var c in classes)
        {
            if (c >= scales.Length) throw new InvalidDataException("A weight of a model belongs to no class.");
        }
        (this.starts, this.classes, this.values, this.scales) = (starts, classes, values, scales);
    }

    /// <summary>Number of features.</summary>
    public int Features => starts.Length - 1;

    /// <summary>Number of classes.</summary>
    public int Classes => scales.Length;

    /// <summary>The parts, to be written to a file.</summary>
    public (int[] Starts, ushort[] Classes, short[] Values, float[] Scales) Parts => (starts, classes, values, scales);

    /// <summary>Adds value times each class's weight for a feature, before scaling, to <paramref name="sums"/>.</summary>
    public void Add(int feature, float value, float[] sums)
    {
        for (var i = starts[feature]; i < starts[feature + 1]; i++) sums[classes[i]] += value * values[i];
    }

    /// <summary>Makes sums of <see cref="Add"/> true ones.</summary>
    public void Scale(float[] sums)
    {
        for (var c = 0; c < scales.Length; c++) sums[c] *= scales[c];
    }

    /// <summary>The classes that have a weight for a feature.</summary>
    public ReadOnlySpan<ushort> ClassesOf(int feature) => classes.AsSpan(starts[feature]..starts[feature + 1]);

    /// <summary>The weight that is <paramref name="at"/> places behind a feature's first one.</summary>
    public float Weight(int feature, int at) => values[starts[feature] + at] * scales[classes[starts[feature] + at]];

    /// <summary>From each class's own list of (feature, weight); lists are cut to their <paramref name="most"/> largest weights.</summary>
    public static SparseWeights Build(IReadOnlyList<List<(int Feature, float Weight)>> columns, int features, int most)
    {
        var scales = new float[columns.Count];
        var starts = new int[features + 1];
        for (var c = 0; c < columns.Count; c++)
        {
            Cut(columns[c], most);
            var largest = 0f;
            foreach (var (_, weight) in columns[c]) largest = Math.Max(largest, Math.Abs(weight));
            scales[c] = largest > 0 ? largest / short.MaxValue : 1;
            foreach (var (feature, _) in columns[c]) starts[feature + 1]++;
        }
        for (var f = 0; f < features; f++) starts[f + 1] += starts[f];
        var classes = new ushort[starts[features]];
        var values = new short[starts[features]];
        var next = starts.AsSpan(0, features).ToArray();
        for (var c = 0; c < columns.Count; c++)
        {
            foreach (var (feature, weight) in columns[c])
            {
                classes[next[feature]] = (ushort)c;
                values[next[feature]++] = (short)MathF.Round(weight / scales[c]);
            }
        }
        return new SparseWeights(starts, classes, values, scales);
    }

    /// <summary>Keeps the largest weights of a list, of equal ones the first, and the order of the list.</summary>
    public static void Cut(List<(int Feature, float Weight)> column, int most)
    {
        if (column.Count <= most) return;
        var rented = ArrayPool<float>.Shared.Rent(column.Count);
        var sizes = rented.AsSpan(0, column.Count);
        for (var i = 0; i < sizes.Length; i++) sizes[i] = Math.Abs(column[i].Weight);
        sizes.Sort();
        var least = sizes[^most];
        // Those that are larger are all kept; of those as large, so many that it is enough.
        var equals = most - (sizes.Length - 1 - sizes.LastIndexOf(least));
        ArrayPool<float>.Shared.Return(rented);
        column.RemoveAll(c => Math.Abs(c.Weight) < least || (Math.Abs(c.Weight) == least && equals-- <= 0));
    }
}
