using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmartRecruiting.Matching.Engine;

/// <summary>Weights of sixteen classes: a row of sixteen for each feature, the bias last, each row on a cache line of its own.</summary>
internal sealed class SvmBlock
{
    private const int CacheLine = 64;
    private readonly float[] buffer;
    private readonly int offset;

    /// <summary>All weights zero.</summary>
    public SvmBlock(int features)
    {
        Features = features;
        buffer = GC.AllocateArray<float>(((features + 1) * LinearSvm.Lanes) + (CacheLine / sizeof(float)), pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(buffer, 0).ToInt64();
        offset = (int)((CacheLine - (address % CacheLine)) % CacheLine / sizeof(float));
    }

    /// <summary>Number of features, without the bias.</summary>
    public int Features { get; }

    /// <summary>The first weight.</summary>
    public ref float First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buffer), offset);

    /// <summary>Weight of a feature for a class of the block; feature <see cref="Features"/> is the bias.</summary>
    public float this[int feature, int lane] => buffer[offset + (feature * LinearSvm.Lanes) + lane];

    /// <summary>Sets all weights to zero.</summary>
    public void Clear() => Array.Clear(buffer);

    /// <summary>Adds each class's margin for a text to <paramref name="margins"/> (sixteen long).</summary>
    public void Score(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<float> margins)
    {
        for (var lane = 0; lane < LinearSvm.Lanes; lane++) margins[lane] += this[Features, lane];
        for (var k = 0; k < columns.Length; k++)
        {
            var row = buffer.AsSpan(offset + (columns[k] * LinearSvm.Lanes), LinearSvm.Lanes);
            for (var lane = 0; lane < LinearSvm.Lanes; lane++) margins[lane] += row[lane] * values[k];
        }
    }
}
