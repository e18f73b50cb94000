namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// From the first programme's share to its chance of being right (Platt's logistic, with the fullness of the text), from a chance to a
/// word, and whether a text belongs to any programme at all.
/// </summary>
/// <param name="Weights">Of <see cref="First.ForChance"/>.</param>
/// <param name="Belonging">Of <see cref="First.ForBelonging"/>.</param>
/// <param name="LeastBelonging">A whole text whose chance to belong anywhere is below this has no reliable match.</param>
/// <param name="Floor">Below this chance of the first programme there is no reliable match.</param>
/// <param name="Good">Chance from which a match is good.</param>
/// <param name="Strong">Chance from which a match is strong.</param>
internal sealed record Calibration(double[] Weights, double[] Belonging, double LeastBelonging, double Floor, double Good, double Strong)
{
    // What strong and good must be worth, and how sure that must be, in standard errors above: the threshold that looks best on some
    // texts flatters itself. Strong promises 0.90; two points more are for those who check it on a few hundred texts of their own.
    private const double StrongPrecision = 0.92, GoodPrecision = 0.60, Sureness = 1;

    // How many right answers the floor may cost, and how many texts that belong somewhere may be told that they do not.
    private const double LostRight = 0.02, LostBelonging = 0.02;
    private const double LowestFloor = 0.04, HighestFloor = 0.12;
    private const int FewestForThreshold = 20;
    private const double Pull = 2;

    private static readonly double[] PriorWeights = [0, 1, 0, 0];

    /// <summary>What is known of belonging without held-out texts: rounded from what was learnt on two sets of French offers.</summary>
    private static readonly double[] PriorBelonging = [-3, 0.3, 0, 0, 1, 0.5, 0.8, 0.5, 0.5, 0.5, 1, 0.3, 0.5];

    /// <summary>
    /// Without held-out texts: nothing is called strong but what stands far out. The share of a catalogue alone was right about as
    /// often as this says (measurements.md).
    /// </summary>
    public static Calibration Cautious { get; } = new([-0.3, 0.8, 0, 0], PriorBelonging, 0, 0.06, 0.5, 0.75);

    /// <summary>Chance that the first programme is right.</summary>
    public double Chance(in First first) => Logistic.Chance(Weights, first.ForChance());

    /// <summary>Whether a whole text speaks of any programme.</summary>
    public bool Belongs(in First first) => Logistic.Chance(Belonging, first.ForBelonging()) >= LeastBelonging;

    /// <summary>The word for a chance.</summary>
    public Strength StrengthOf(double chance) => chance >= Strong ? Strength.Strong : chance >= Good ? Strength.Good : chance >= Floor ? Strength.Weak : Strength.None;

    /// <summary>Learns from the first programmes of held-out texts.</summary>
    /// <param name="firsts">First programme, whether it was right, whether the right one was near it, weight, and whether the text was a whole one.</param>
    /// <param name="strangers">First programmes of texts whose own programme, and those like it, were not there.</param>
    /// <param name="outsiders">First programmes of texts that belong nowhere: <see cref="Strangers"/>.</param>
    /// <param name="cancellation">Ends the learning.</param>
    public static Calibration Fit(
        IReadOnlyList<(First First, bool IsRight, bool IsFound, double Weight, bool IsWhole)> firsts, IReadOnlyList<First> strangers, IReadOnlyList<First> outsiders,
        CancellationToken cancellation)
    {
        if (firsts.Count(f => f.IsWhole) < FewestForThreshold) return Cautious;
        var fitted = Cautious with { Weights = Logistic.Fit([.. firsts.Select(f => (f.First.ForChance(), f.IsRight, f.Weight))], PriorWeights, Pull, cancellation) };
        var whole = firsts.Where(f => f.IsWhole).Select(f => (Chance: fitted.Chance(f.First), f.IsRight, f.Weight)).OrderByDescending(f => f.Chance).ToArray();
        var right = whole.Where(f => f.IsRight).Select(f => f.Chance).Order().ToArray();
        var floor = right.Length == 0 ? HighestFloor : Math.Clamp(right[(int)(right.Length * LostRight)], LowestFloor, HighestFloor);
        var strong = Threshold(whole, StrongPrecision, 0.5, 0.97);
        fitted = fitted with { Floor = floor, Good = Math.Min(strong, Threshold(whole, GoodPrecision, 0.4, 0.8)), Strong = strong };
        (First, double)[] found = [.. firsts.Where(f => f.IsWhole && f.IsFound).Select(f => (f.First, f.Weight))];
        // Where labels are so wrong that no programme is found, nothing is known of those that belong.
        return found.Length == 0 || strangers.Count + outsiders.Count < FewestForThreshold ? fitted : fitted.WithBelonging(found, strangers, outsiders, cancellation);
    }

    private Calibration WithBelonging((First First, double Weight)[] own, IReadOnlyList<First> strangers, IReadOnlyList<First> outsiders, CancellationToken cancellation)
    {
        // As many of each kind; the threshold, not the constant, says how many may be lost.
        var total = own.Sum(o => o.Weight);
        double[] Values(First first) => first.ForBelonging();
        var learnt = this with
        {
            Belonging = Logistic.Fit(
                [.. own.Select(o => (Values(o.First), true, o.Weight)), .. strangers.Select(s => (Values(s), false, total / strangers.Count / 2)),
                    .. outsiders.Select(o => (Values(o), false, total / outsiders.Count / 2))], PriorBelonging, Pull, cancellation),
        };
        var rising = own.Select(o => (Chance: Logistic.Chance(learnt.Belonging, Values(o.First)), o.Weight)).OrderBy(o => o.Chance).ToArray();
        var lost = LostBelonging * rising.Sum(r => r.Weight);
        var at = 0;
        while (at < rising.Length - 1 && (lost -= rising[at].Weight) > 0) at++;
        return learnt with { LeastBelonging = rising[at].Chance };
    }

    // The lowest chance above which so many were right for sure, between two bounds that keep words honest when few texts speak.
    private static double Threshold((double Chance, bool IsRight, double Weight)[] falling, double precision, double lowest, double highest)
    {
        var threshold = highest;
        var (right, all, squares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < falling.Length; i++)
        {
            all += falling[i].Weight;
            squares += falling[i].Weight * falling[i].Weight;
            if (falling[i].IsRight) right += falling[i].Weight;
            // Texts of unequal weight count for fewer (Kish's effective sample size), and each was held out more than once.
            if (i + 1 >= FewestForThreshold && LowerBound(right / all, all * all / squares / HeldOut.Repeats) >= precision) threshold = falling[i].Chance;
        }
        return Math.Clamp(threshold, lowest, highest);
    }

    // Wilson's lower bound of a share that was seen in so many trials.
    private static double LowerBound(double share, double trials)
    {
        var z = Sureness * Sureness / trials;
        return (share + (z / 2) - (Sureness * Math.Sqrt((share * (1 - share) / trials) + (z / (4 * trials))))) / (1 + z);
    }
}
