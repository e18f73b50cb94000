namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Turns cues into one score: a conditional logit (McFadden 1974; a softmax over the programmes of one text) whose weights depend on
/// how many examples a programme has. Programmes without example have weights of their own; with n examples each weight is
/// a + b/(1+n). Learnt on held-out texts, some of them of classes that were robbed of all their examples.
/// </summary>
/// <param name="Weights">Three weights a cue (constant, times 1/(1+n), without example), then three biases.</param>
internal sealed record Mixer(double[] Weights)
{
    /// <summary>Number of weights.</summary>
    public const int Size = (Scorer.Cues * 3) + 3;

    // Strength of the pull towards the prior, in units of one held-out text's curvature.
    private const double Pull = 1;

    // Chunks are summed in order, so that the number of threads changes no digit.
    private const int Chunks = 32;

    /// <summary>
    /// What is used where nothing can be learnt, and what learning is pulled to: rounded means of what was learnt on the training
    /// parts of two sets of French offers (measurements.md).
    /// </summary>
    public static Mixer Prior { get; } = new(
    [
        2.0, 1.5, 1.5, 0.8, 2.0, 2.0, 2.5, 1.2,
        1.3, 1.1, 2.0, 1.7, 2.0, 1.5, 1.4, 0.0,
        0.0, 4.0, 2.5, 1.0, 3.3, 2.4, 3.0, 0.0,
        -2.0, -0.8, 0.45,
    ]);

    /// <summary>The score of a programme; higher is better, only differences within one text mean anything.</summary>
    /// <param name="cues">A value for each <see cref="Cue"/>.</param>
    /// <param name="examples">Labelled texts it was learnt from.</param>
    /// <param name="fullness">Of the text: see <see cref="Evidence"/>.</param>
    public double Score(ReadOnlySpan<float> cues, int examples, double fullness)
    {
        Span<double> features = stackalloc double[Size];
        Expand(cues, examples, fullness, features);
        var score = 0.0;
        for (var i = 0; i < Size; i++) score += features[i] * Weights[i];
        return score;
    }

    /// <summary>How the score of a programme with so many examples moves with each <see cref="Cue"/>.</summary>
    public double[] Slopes(int examples) =>
        [.. Enumerable.Range(0, Scorer.Cues).Select(c => examples == 0 ? Weights[(Scorer.Cues * 2) + c] : Weights[c] + (Weights[Scorer.Cues + c] / (1 + examples)))];

    /// <summary>Learns from held-out texts; with none the prior comes back.</summary>
    /// <param name="samples">Each with at least one right programme.</param>
    /// <param name="coldShare">Weight of the cold ones among all.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellation">Ends the learning.</param>
    public static Mixer Fit(IReadOnlyList<MixSample> samples, double coldShare, int threads, CancellationToken cancellation)
    {
        if (samples.Count == 0) return Prior;
        var cold = samples.Count(s => s.IsCold);
        var mixed = cold > 0 && cold < samples.Count;
        var coldWeight = mixed ? coldShare * samples.Count / cold : 1;
        var warmWeight = mixed ? (1 - coldShare) * samples.Count / (samples.Count - cold) : 1;
        return new Mixer(Newton.Maximise(Prior.Weights, weights =>
        {
            var parts = new (double Value, double[] Gradient, double[,] Curvature)[Chunks];
            Parallel.For(0, Chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, chunk =>
            {
                var (gradient, curvature) = (new double[Size], new double[Size, Size]);
                var value = 0.0;
                for (var i = chunk; i < samples.Count; i += Chunks)
                {
                    value += AddSample(samples[i], samples[i].IsCold ? coldWeight : warmWeight, weights, gradient, curvature);
                }
                parts[chunk] = (value, gradient, curvature);
            });
            var total = parts[0];
            foreach (var part in parts.Skip(1))
            {
                total.Value += part.Value;
                for (var i = 0; i < Size; i++)
                {
                    total.Gradient[i] += part.Gradient[i];
                    for (var j = 0; j <= i; j++) total.Curvature[i, j] += part.Curvature[i, j];
                }
            }
            for (var i = 0; i < Size; i++)
            {
                var away = weights[i] - Prior.Weights[i];
                total.Value -= Pull * away * away / 2;
                total.Gradient[i] -= Pull * away;
                total.Curvature[i, i] += Pull;
            }
            return total;
        }, cancellation));
    }

    // Log-likelihood of one text, its gradient and curvature.
    private static double AddSample(MixSample sample, double weight, double[] weights, double[] gradient, double[,] curvature)
    {
        var count = sample.Examples.Length;
        var features = new double[count * Size];
        var chances = new double[count];
        var highest = double.NegativeInfinity;
        for (var c = 0; c < count; c++)
        {
            var own = features.AsSpan(c * Size, Size);
            Expand(sample.Cues.AsSpan(c * Scorer.Cues, Scorer.Cues), sample.Examples[c], sample.Fullness, own);
            for (var i = 0; i < Size; i++) chances[c] += weights[i] * own[i];
            highest = Math.Max(highest, chances[c]);
        }
        var sum = 0.0;
        var rightScore = sample.Right.Average(r => chances[r]) - highest;
        for (var c = 0; c < count; c++) sum += chances[c] = Math.Exp(chances[c] - highest);
        var mean = new double[Size];
        for (var c = 0; c < count; c++)
        {
            chances[c] /= sum;
            for (var i = 0; i < Size; i++) mean[i] += chances[c] * features[(c * Size) + i];
        }
        foreach (var right in sample.Right)
        {
            for (var i = 0; i < Size; i++) gradient[i] += weight / sample.Right.Length * (features[(right * Size) + i] - mean[i]);
        }
        for (var c = 0; c < count; c++)
        {
            if (chances[c] < 1e-6) continue;
            for (var i = 0; i < Size; i++)
            {
                var scaled = weight * chances[c] * (features[(c * Size) + i] - mean[i]);
                if (scaled == 0) continue;
                for (var j = 0; j <= i; j++) curvature[i, j] += scaled * (features[(c * Size) + j] - mean[j]);
            }
        }
        return weight * (rightScore - Math.Log(sum));
    }

    private static void Expand(ReadOnlySpan<float> cues, int examples, double fullness, Span<double> features)
    {
        features.Clear();
        if (examples == 0)
        {
            for (var i = 0; i < Scorer.Cues; i++) features[(Scorer.Cues * 2) + i] = cues[i];
            features[Scorer.Cues * 3] = fullness;
            return;
        }
        var few = 1.0 / (1 + examples);
        for (var i = 0; i < Scorer.Cues; i++)
        {
            features[i] = cues[i];
            features[Scorer.Cues + i] = cues[i] * few;
        }
        features[(Scorer.Cues * 3) + 1] = few * fullness;
        features[(Scorer.Cues * 3) + 2] = Math.Log(examples) * fullness;
    }
}
