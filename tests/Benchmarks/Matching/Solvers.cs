using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// The product's SVM solver against the trainers of Microsoft.ML, on the same rows: words and pairs of words of the labelled texts, no
/// description, no retrieval.
/// </summary>
internal sealed class Solvers
{
    public const string Own = "LinearSvm (ours)", Sdca = "ML.NET SDCA hinge", SdcaOva = "ML.NET SDCA hinge, one vs. all";

    // The others take minutes with hundreds of classes, and show nothing new there.
    private const int MostForSlow = 50;

    private readonly MatchingSet set;
    private readonly Catalogue catalogue;
    private readonly Corpus corpus;
    private readonly int[][] targets;
    private readonly List<(int Column, float Value)>[] test;
    private readonly int[] right;

    public Solvers(MatchingSet set, CancellationToken cancellation)
    {
        this.set = set;
        catalogue = Catalogue.Build(set.Programmes.Count > 0 ? set.Programmes : set.Labels.Select(Programme.OfLabel));
        corpus = Corpus.Build([.. set.Train.Select(t => t.Text)], catalogue, Environment.ProcessorCount, cancellation);
        targets = [.. set.Train.Select(t => t.Labels.Select(l => Array.IndexOf(set.Labels, l)).ToArray())];
        test = [.. set.Test.Select(t => Row(t.Text))];
        right = [.. set.Test.Select(t => Array.IndexOf(set.Labels, t.Labels[0]))];
    }

    public IEnumerable<Method> Measure(CancellationToken cancellation)
    {
        yield return MeasureOwn(cancellation);
        var context = new MLContext(seed: 1);
        var trainers = context.MulticlassClassification.Trainers;
        yield return MeasureReference(
            context, SdcaOva, trainers.OneVersusAll(context.BinaryClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options { LossFunction = new HingeLoss() })));
        if (set.Labels.Length <= MostForSlow)
        {
            yield return MeasureReference(context, Sdca, trainers.SdcaNonCalibrated(new SdcaNonCalibratedMulticlassTrainer.Options { Loss = new HingeLoss() }));
            yield return MeasureReference(
                context, "ML.NET AveragedPerceptron, one vs. all", trainers.OneVersusAll(context.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: 10)));
            yield return MeasureReference(context, "ML.NET SDCA maximum entropy", trainers.SdcaMaximumEntropy());
        }
    }

    // So short that one hiccup of the machine would be the figure: the middle one of three.
    private Method MeasureOwn(CancellationToken cancellation) =>
        Enumerable.Range(0, 3).Select(_ => MeasureOwnOnce(cancellation)).OrderBy(m => m.TrainSeconds).ElementAt(1);

    private Method MeasureOwnOnce(CancellationToken cancellation)
    {
        var scores = test.Select(_ => new float[set.Labels.Length]).ToArray();
        var rows = Enumerable.Range(0, set.Train.Count).ToArray();
        var watch = new Stopwatches();
        LinearSvm.Train(corpus.Rows, rows, new SvmTargets(set.Labels.Length, targets, new int[]?[rows.Length]), new SvmOptions(Threads: Environment.ProcessorCount), (first, block) =>
        {
            // Weights live only as long as this call, so the texts are scored here; that is in the time, and next to nothing.
            Span<float> margins = stackalloc float[LinearSvm.Lanes];
            for (var t = 0; t < test.Length; t++)
            {
                margins.Clear();
                block.Score([.. test[t].Select(x => x.Column)], [.. test[t].Select(x => x.Value)], margins);
                for (var lane = 0; lane < LinearSvm.Lanes && first + lane < set.Labels.Length; lane++) scores[t][first + lane] = margins[lane];
            }
        }, null, cancellation);
        return Method.Of(set.Name, Own, scores, right, watch.Seconds, watch.CpuSeconds);
    }

    private Method MeasureReference<T>(MLContext context, string name, IEstimator<T> trainer) where T : class, ITransformer
    {
        var shape = SchemaDefinition.Create(typeof(Example));
        shape[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, corpus.Rows.Width);
        shape[nameof(Example.Label)].ColumnType = new KeyDataViewType(typeof(uint), set.Labels.Length);
        var train = context.Data.Cache(context.Data.LoadFromEnumerable(Enumerable.Range(0, set.Train.Count).Select(TrainExample), shape));
        // Filled before the clock starts: our solver has its rows in memory, too.
        foreach (var _ in context.Data.CreateEnumerable<Example>(train, reuseRowObject: true, schemaDefinition: shape)) { }
        var watch = new Stopwatches();
        var model = trainer.Fit(train);
        var (seconds, cpu) = (watch.Seconds, watch.CpuSeconds);
        var scored = model.Transform(context.Data.LoadFromEnumerable(test.Select(row => new Example { Features = Buffer(row) }), shape));
        return Method.Of(set.Name, name, [.. context.Data.CreateEnumerable<Scored>(scored, reuseRowObject: false).Select(s => s.Score)], right, seconds, cpu);
    }

    private List<(int Column, float Value)> Row(string text)
    {
        var (row, grams) = (new List<(int Column, float Value)>(), new List<(int Column, float Value)>());
        var analysed = TextAnalyzer.Analyse(text);
        var passed = Senders.Find(analysed, stem => catalogue.Knows(stem) || corpus.Words.Find(stem) >= 0);
        corpus.Words.Weigh(TextTerms.Of(analysed, passed).ToFeatureSet(), row);
        corpus.Grams?.Weigh(Grams.Of(analysed, passed), grams);
        return [.. row, .. grams.Select(g => (corpus.Words.Count + g.Column, g.Value * Corpus.GramScale))];
    }

    private Example TrainExample(int row) => new()
    {
        Label = (uint)targets[row][0],
        Features = new VBuffer<float>(corpus.Rows.Width, corpus.Rows.ColumnsOf(row).Length, corpus.Rows.ValuesOf(row).ToArray(), corpus.Rows.ColumnsOf(row).ToArray()),
    };

    private VBuffer<float> Buffer(List<(int Column, float Value)> row) => new(corpus.Rows.Width, row.Count, [.. row.Select(x => x.Value)], [.. row.Select(x => x.Column)]);

    private sealed class Example
    {
        public uint Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }

    private sealed class Scored
    {
        public float[] Score { get; set; } = [];
    }
}
