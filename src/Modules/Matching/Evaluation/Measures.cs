namespace SmartRecruiting.Matching.Evaluation;

/// <summary>Figures from outcomes.</summary>
internal static class Measures
{
    private const int Bins = 10;

    /// <summary>Place of the best of some labels among scores, 1 is first. A tie counts against it.</summary>
    /// <returns>int.MaxValue when no label is scored.</returns>
    /// <exception cref="EvaluationException">A score is not finite: a comparison with it would be false, and so a perfect place.</exception>
    public static int Place(IReadOnlyList<(string Code, double Score)> scores, IReadOnlyList<string> labels)
    {
        foreach (var (code, score) in scores)
        {
            if (!double.IsFinite(score)) throw new EvaluationException($"The score of {code} is {score}: the model is broken.");
        }
        var right = scores.Where(s => labels.Contains(s.Code)).ToArray();
        if (right.Length == 0) return int.MaxValue;
        var best = right.MaxBy(s => s.Score);
        return 1 + scores.Count(s => s.Score >= best.Score && !labels.Contains(s.Code));
    }

    /// <summary>Shares of texts whose label came so early, mean reciprocal rank, and F1 over the classes that occur.</summary>
    public static Quality QualityOf(IReadOnlyCollection<Outcome> outcomes)
    {
        if (outcomes.Count == 0) return new Quality(0, null, null, null, null, null, null);
        double Within(int places) => outcomes.Count(o => o.Place <= places) / (double)outcomes.Count;
        return new Quality(
            outcomes.Count, Within(1), Within(3), Within(5), Within(10), outcomes.Average(o => o.Place == int.MaxValue ? 0 : 1.0 / o.Place), MacroF1(outcomes));
    }

    /// <summary>Expected calibration error: the mean gap between chance and share of right answers in ten bins, weighted by their size.</summary>
    public static double CalibrationError(IReadOnlyCollection<Outcome> outcomes) => outcomes
        .GroupBy(o => Math.Min(Bins - 1, (int)(o.Chance * Bins)))
        .Sum(bin => Math.Abs(bin.Average(o => o.Chance) - bin.Average(o => o.Place == 1 ? 1.0 : 0.0)) * bin.Count()) / Math.Max(1, outcomes.Count);

    /// <summary>The value below which a share of values lies.</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1 is >= 0 and var at ? at : 0)];
    }

    // Over the classes that the test or the answers name; a text with several right labels counts for its first, or the one found.
    private static double MacroF1(IReadOnlyCollection<Outcome> outcomes)
    {
        var (hits, said, real) = (new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var outcome in outcomes)
        {
            var truth = outcome.Place == 1 ? outcome.First : outcome.Labels[0];
            real[truth] = real.GetValueOrDefault(truth) + 1;
            if (outcome.First.Length > 0) said[outcome.First] = said.GetValueOrDefault(outcome.First) + 1;
            if (outcome.Place == 1) hits[truth] = hits.GetValueOrDefault(truth) + 1;
        }
        return real.Keys.Union(said.Keys).Average(c => 2.0 * hits.GetValueOrDefault(c) / (said.GetValueOrDefault(c) + real.GetValueOrDefault(c)));
    }
}
