namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// From a share of the softmax to a chance of being right (Platt's logistic, with the fullness of the text, since a few words are
/// sure of less than they seem), and from a chance to words.
/// </summary>
/// <param name="Weights">Constant, slope, and both times how short the text is.</param>
/// <param name="Floor">Below this chance of the first programme there is no reliable match.</param>
/// <param name="Good">Chance from which a match is good.</param>
/// <param name="Strong">Chance from which a match is strong.</param>
internal sealed record Calibration(double[] Weights, double Floor, double Good, double Strong)
{
    // What strong and good must be worth on held-out texts (about three points above what they promise, since the threshold that
    // looks best flatters itself), and how many right answers the floor may cost.
    private const double StrongPrecision = 0.88, GoodPrecision = 0.63, LostRight = 0.02;
    private const double LowestFloor = 0.04, HighestFloor = 0.12;
    private const int FewestForThreshold = 20;
    private const double SlopeFloor = 0.1, Pull = 2;

    // Two known words: below that nothing was measured, and a line drawn further would call everything equally likely.
    private const double MostBrevity = 0.65;

    /// <summary>
    /// Without held-out texts: nothing is called strong but what stands far out. The share of a catalogue alone was right about as
    /// often as this says (measurements.md).
    /// </summary>
    public static Calibration Cautious { get; } = new([-0.3, 0.8, 0, 0], 0.06, 0.5, 0.75);

    /// <summary>Chance that a programme is right.</summary>
    /// <param name="share">Its share of the softmax, 0 to 1.</param>
    /// <param name="fullness">Of the text: see <see cref="Evidence"/>.</param>
    public double Chance(double share, double fullness)
    {
        var brevity = Brevity(fullness);
        var slope = Math.Max(SlopeFloor, Weights[1] + (Weights[3] * brevity));
        return 1 / (1 + Math.Exp(-(Weights[0] + (Weights[2] * brevity) + (slope * Logit(share)))));
    }

    /// <summary>The word for a chance.</summary>
    public Strength StrengthOf(double chance) => chance >= Strong ? Strength.Strong : chance >= Good ? Strength.Good : chance >= Floor ? Strength.Weak : Strength.None;

    /// <summary>Learns from the first programmes of held-out texts.</summary>
    /// <param name="firsts">Share, fullness of the text, whether it was right, weight, and whether it was a whole text.</param>
    /// <param name="cancellation">Ends the learning.</param>
    public static Calibration Fit(IReadOnlyList<(double Share, double Fullness, bool IsRight, double Weight, bool IsWhole)> firsts, CancellationToken cancellation)
    {
        if (firsts.Count(f => f.IsWhole) < FewestForThreshold) return Cautious;
        double[] prior = [0, 1, 0, 0];
        var weights = Newton.Maximise(prior, w =>
        {
            var (value, gradient, curvature) = (0.0, new double[4], new double[4, 4]);
            foreach (var first in firsts)
            {
                var brevity = Brevity(first.Fullness);
                double[] x = [1, Logit(first.Share), brevity, brevity * Logit(first.Share)];
                var score = (w[0] * x[0]) + (w[1] * x[1]) + (w[2] * x[2]) + (w[3] * x[3]);
                var chance = 1 / (1 + Math.Exp(-score));
                value += first.Weight * (first.IsRight ? Math.Log(Math.Max(chance, 1e-12)) : Math.Log(Math.Max(1 - chance, 1e-12)));
                for (var i = 0; i < 4; i++)
                {
                    gradient[i] += first.Weight * ((first.IsRight ? 1 : 0) - chance) * x[i];
                    for (var j = 0; j <= i; j++) curvature[i, j] += first.Weight * chance * (1 - chance) * x[i] * x[j];
                }
            }
            for (var i = 0; i < 4; i++)
            {
                value -= Pull * (w[i] - prior[i]) * (w[i] - prior[i]) / 2;
                gradient[i] -= Pull * (w[i] - prior[i]);
                curvature[i, i] += Pull;
            }
            return (value, gradient, curvature);
        }, cancellation);

        var fitted = new Calibration(weights, 0, 0, 0);
        var whole = firsts.Where(f => f.IsWhole).Select(f => (Chance: fitted.Chance(f.Share, f.Fullness), f.IsRight, f.Weight)).OrderByDescending(f => f.Chance).ToArray();
        var right = whole.Where(f => f.IsRight).Select(f => f.Chance).Order().ToArray();
        var floor = right.Length == 0 ? HighestFloor : Math.Clamp(right[(int)(right.Length * LostRight)], LowestFloor, HighestFloor);
        var strong = Threshold(whole, StrongPrecision, 0.5, 0.95);
        return fitted with { Floor = floor, Good = Math.Min(strong, Threshold(whole, GoodPrecision, 0.25, 0.8)), Strong = strong };
    }

    // The lowest chance above which so many were right, between two bounds that keep words honest when few texts speak.
    private static double Threshold((double Chance, bool IsRight, double Weight)[] falling, double precision, double lowest, double highest)
    {
        var threshold = highest;
        var (right, all) = (0.0, 0.0);
        for (var i = 0; i < falling.Length; i++)
        {
            all += falling[i].Weight;
            if (falling[i].IsRight) right += falling[i].Weight;
            if (i + 1 >= FewestForThreshold && right >= precision * all) threshold = falling[i].Chance;
        }
        return Math.Clamp(threshold, lowest, highest);
    }

    private static double Brevity(double fullness) => Math.Min(MostBrevity, 1 - fullness);

    private static double Logit(double share) => Math.Log(Math.Clamp(share, 1e-6, 1 - 1e-6) / (1 - Math.Clamp(share, 1e-6, 1 - 1e-6)));
}
