using System.Runtime.InteropServices;

namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Keys of features: 64-bit FNV-1a over UTF-16 units with a final mix (MurmurHash3's fmix64). The same on every machine and in
/// every run, unlike string.GetHashCode. A million features meet by chance with probability 3e-8.
/// </summary>
internal static class FeatureHash
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    /// <summary>Key of some characters; <paramref name="kind"/> keeps equal characters of different blocks apart.</summary>
    public static ulong Of(ReadOnlySpan<char> characters, uint kind = 0)
    {
        var hash = Offset ^ kind;
        foreach (var unit in MemoryMarshal.Cast<char, ushort>(characters)) hash = (hash ^ unit) * Prime;
        return Mix(hash);
    }

    /// <summary>Key of an ordered pair of keys.</summary>
    public static ulong Pair(ulong first, ulong second) => Mix((first * 3) ^ ((second << 31) | (second >> 33)));

    /// <summary>A bijection that spreads close numbers.</summary>
    public static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
