namespace SmartRecruiting.Host.Sample;

/// <summary>
/// Random numbers that are the same on every machine and with every version of .NET, which System.Random does not promise.
/// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
/// </summary>
internal sealed class Dice
{
    private ulong state;

    public Dice(int seed, string purpose)
    {
        state = (ulong)(uint)seed;
        foreach (var letter in purpose) state = (state ^ letter) * 0x100000001B3UL;
    }

    /// <summary>From 0 inclusive to 1 exclusive.</summary>
    public double Share() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 inclusive to <paramref name="end"/> exclusive.</summary>
    public int Below(int end) => (int)(Share() * end);

    public bool Chance(double probability) => Share() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of the items, each as likely as its weight says; any of them when no weight is above zero.</summary>
    public T Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var left = Share() * items.Sum(weight);
        if (left <= 0) return Pick(items);
        foreach (var item in items)
        {
            left -= weight(item);
            if (left < 0) return item;
        }
        return items[^1];
    }

    /// <summary>As many different items as asked for, or all of them, in a random order.</summary>
    public List<T> Some<T>(IEnumerable<T> items, int count)
    {
        var pool = items.ToList();
        for (var i = 0; i < Math.Min(count, pool.Count); i++)
        {
            var other = i + Below(pool.Count - i);
            (pool[i], pool[other]) = (pool[other], pool[i]);
        }
        return pool.Count > count ? pool.GetRange(0, count) : pool;
    }

    private ulong Bits()
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
