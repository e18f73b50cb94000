namespace SmartRecruiting.Matching.Engine;

/// <summary>Logistic regression with weights pulled towards given ones.</summary>
internal static class Logistic
{
    /// <summary>The chance that some weights give to some values.</summary>
    public static double Chance(double[] weights, double[] values)
    {
        var score = 0.0;
        for (var i = 0; i < weights.Length; i++) score += weights[i] * values[i];
        return 1 / (1 + Math.Exp(-score));
    }

    /// <summary>Learns weights.</summary>
    /// <param name="samples">Values, whether it was so, and how much the sample counts.</param>
    /// <param name="prior">What the weights are without samples.</param>
    /// <param name="pull">Strength of the pull to it, in units of one sample's curvature.</param>
    /// <param name="cancellation">Ends the learning.</param>
    public static double[] Fit(IReadOnlyList<(double[] Values, bool Is, double Weight)> samples, double[] prior, double pull, CancellationToken cancellation) =>
        Newton.Maximise(prior, weights =>
        {
            var size = prior.Length;
            var (value, gradient, curvature) = (0.0, new double[size], new double[size, size]);
            foreach (var (x, isSo, weight) in samples)
            {
                var chance = Chance(weights, x);
                value += weight * Math.Log(Math.Max(isSo ? chance : 1 - chance, 1e-12));
                for (var i = 0; i < size; i++)
                {
                    gradient[i] += weight * ((isSo ? 1 : 0) - chance) * x[i];
                    for (var j = 0; j <= i; j++) curvature[i, j] += weight * chance * (1 - chance) * x[i] * x[j];
                }
            }
            for (var i = 0; i < size; i++)
            {
                value -= pull * (weights[i] - prior[i]) * (weights[i] - prior[i]) / 2;
                gradient[i] -= pull * (weights[i] - prior[i]);
                curvature[i, i] += pull;
            }
            return (value, gradient, curvature);
        }, cancellation);
}
