using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// One linear SVM a class (one against the rest), L2-regularised squared hinge loss, by dual coordinate descent (Hsieh, Chang,
/// Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008; algorithm 1 without
/// shrinking). Sixteen classes advance together: the cost of the method is fetching the weights of a text's features from
/// memory, and the weights of sixteen classes for one feature are one cache line.
/// </summary>
internal static class LinearSvm
{
    /// <summary>Classes that are trained together.</summary>
    public const int Lanes = 16;

    /// <summary>Trains all classes; the same input gives the same weights, whatever the number of threads.</summary>
    /// <param name="texts">One row a text.</param>
    /// <param name="rows">The rows to train on.</param>
    /// <param name="targets">Classes of each row of <paramref name="texts"/>.</param>
    /// <param name="options">See there.</param>
    /// <param name="trained">
    /// Called once for each block of classes, from several threads: the first class of the block and its weights, to be used before
    /// returning.
    /// </param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="cancellation">Ends the training with an OperationCanceledException.</param>
    public static void Train(
        SparseMatrix texts, int[] rows, SvmTargets targets, SvmOptions options, Action<int, SvmBlock> trained, IProgress<double>? progress, CancellationToken cancellation)
    {
        var blocks = (targets.Classes + Lanes - 1) / Lanes;
        var squares = new float[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            squares[i] = 1; // of the bias
            foreach (var value in texts.ValuesOf(rows[i])) squares[i] += value * value;
        }
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Parallel.For(0, blocks, parallel, () => new SvmBlock(texts.Width), (block, _, weights) =>
        {
            TrainBlock(texts, rows, squares, targets, block * Lanes, options, weights, cancellation);
            trained(block * Lanes, weights);
            progress?.Report(Interlocked.Increment(ref done) / (double)blocks);
            return weights;
        }, _ => { });
    }

    private static void TrainBlock(
        SparseMatrix texts, int[] rows, float[] squares, SvmTargets targets, int firstClass, SvmOptions options, SvmBlock block, CancellationToken cancellation)
    {
        block.Clear();
        var slack = 1 / (2 * options.C);
        var alphas = new float[rows.Length * Lanes];
        var labels = new float[rows.Length * Lanes];
        FillLabels(labels, rows, targets, firstClass);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(options.Seed);
        ref var weights = ref block.First;
        var one = Vector256.Create(1f);
        var slacks = Vector256.Create(slack);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            random.Shuffle(order);
            var largest = Vector256<float>.Zero;
            foreach (var i in order)
            {
                var columns = texts.ColumnsOf(rows[i]);
                var values = texts.ValuesOf(rows[i]);
                // The bias is the row behind the last feature.
                var s0 = Vector256.LoadUnsafe(ref weights, (nuint)texts.Width * Lanes);
                var s1 = Vector256.LoadUnsafe(ref weights, ((nuint)texts.Width * Lanes) + 8);
                for (var k = 0; k < columns.Length; k++)
                {
                    var at = (nuint)columns[k] * Lanes;
                    var value = Vector256.Create(values[k]);
                    s0 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref weights, at), value, s0);
                    s1 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref weights, at + 8), value, s1);
                }
                var inverse = Vector256.Create(1 / (squares[i] + slack));
                ref var alpha = ref alphas[i * Lanes];
                ref var label = ref labels[i * Lanes];
                var d0 = Step(ref alpha, ref label, s0, inverse, slacks, one, ref largest);
                var d1 = Step(ref Unsafe.Add(ref alpha, 8), ref Unsafe.Add(ref label, 8), s1, inverse, slacks, one, ref largest);
                if (Vector256.EqualsAll(d0 | d1, Vector256<float>.Zero)) continue;
                for (var k = 0; k < columns.Length; k++)
                {
                    var at = (nuint)columns[k] * Lanes;
                    var value = Vector256.Create(values[k]);
                    Vector256.MultiplyAddEstimate(d0, value, Vector256.LoadUnsafe(ref weights, at)).StoreUnsafe(ref weights, at);
                    Vector256.MultiplyAddEstimate(d1, value, Vector256.LoadUnsafe(ref weights, at + 8)).StoreUnsafe(ref weights, at + 8);
                }
                var bias = (nuint)texts.Width * Lanes;
                (Vector256.LoadUnsafe(ref weights, bias) + d0).StoreUnsafe(ref weights, bias);
                (Vector256.LoadUnsafe(ref weights, bias + 8) + d1).StoreUnsafe(ref weights, bias + 8);
            }
            var worst = 0f;
            for (var lane = 0; lane < 8; lane++) worst = Math.Max(worst, largest[lane]);
            if (worst < options.Tolerance) break;
        }
    }

    // One coordinate of eight classes: the projected Newton step of the dual; the change of w in units of x comes back.
    private static Vector256<float> Step(
        ref float alpha, ref float label, Vector256<float> score, Vector256<float> inverse, Vector256<float> slack, Vector256<float> one, ref Vector256<float> largest)
    {
        var a = Vector256.LoadUnsafe(ref alpha);
        var y = Vector256.LoadUnsafe(ref label);
        var gradient = (y * score) - one + (slack * a);
        var projected = Vector256.ConditionalSelect(Vector256.GreaterThan(a, Vector256<float>.Zero), gradient, Vector256.Min(gradient, Vector256<float>.Zero));
        // A masked lane (label 0: the text says nothing of this class) stays at zero.
        projected = Vector256.ConditionalSelect(Vector256.Equals(y, Vector256<float>.Zero), Vector256<float>.Zero, projected);
        largest = Vector256.Max(largest, Vector256.Abs(projected));
        var next = Vector256.Max(a - (projected * inverse), Vector256<float>.Zero);
        next.StoreUnsafe(ref alpha);
        return (next - a) * y;
    }

    private static void FillLabels(float[] labels, int[] rows, SvmTargets targets, int firstClass)
    {
        Array.Fill(labels, -1);
        for (var i = 0; i < rows.Length; i++)
        {
            var lanes = labels.AsSpan(i * Lanes, Lanes);
            if (targets.OnlyNegativeOf[rows[i]] is { } negatives)
            {
                lanes.Clear();
                Set(lanes, negatives, firstClass, -1);
            }
            else
            {
                Set(lanes, targets.Positives[rows[i]], firstClass, 1);
            }
        }

        static void Set(Span<float> lanes, int[] classes, int firstClass, float label)
        {
            foreach (var c in classes)
            {
                if (c >= firstClass && c < firstClass + Lanes) lanes[c - firstClass] = label;
            }
        }
    }
}
