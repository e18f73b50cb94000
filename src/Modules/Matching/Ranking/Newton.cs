namespace SmartRecruiting.Matching.Engine;

/// <summary>Newton's method with step halving, for concave functions of a few dozen variables.</summary>
internal static class Newton
{
    private const int MostSteps = 40, MostHalvings = 20;
    private const double Enough = 1e-4;

    /// <summary>Finds the maximum.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="at">Gives value, gradient and negative Hessian (lower triangle is enough) at a point.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static double[] Maximise(double[] start, Func<double[], (double Value, double[] Gradient, double[,] Curvature)> at, CancellationToken cancellation)
    {
        var here = start;
        var (value, gradient, curvature) = at(here);
        for (var round = 0; round < MostSteps; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var step = Solve(curvature, gradient);
            var moved = false;
            for (var (halving, length) = (0, 1.0); halving < MostHalvings && !moved; halving++, length /= 2)
            {
                var next = here.Select((x, i) => x + (length * step[i])).ToArray();
                var there = at(next);
                if (!(there.Value > value)) continue;
                (here, value, gradient, curvature, moved) = (next, there.Value, there.Gradient, there.Curvature, true);
            }
            if (!moved || step.Max(Math.Abs) < Enough) break;
        }
        return here;
    }

    // Cholesky; a tiny pivot (no curvature, so no knowledge) is lifted.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        var lower = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++) sum -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-9)) : sum / lower[j, j];
            }
        }
        var solution = (double[])right.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) solution[i] -= lower[i, k] * solution[k];
            solution[i] /= lower[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) solution[i] -= lower[k, i] * solution[k];
            solution[i] /= lower[i, i];
        }
        return solution;
    }
}
