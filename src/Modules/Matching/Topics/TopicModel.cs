using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Text;

namespace SmartRecruiting.Matching.Topics;

/// <summary>Topics by latent Dirichlet allocation (Blei and others 2003; LightLDA in Microsoft.ML), their number chosen by coherence.</summary>
internal sealed class TopicModel : IDisposable
{
    private const string Features = "Features", Shares = "Shares";
    private const int Seed = 1;
    private const int Iterations = 60;
    private const int WordsOfTopic = 8;
    private const int WordsOfCoherence = 10;

    // Of a topic's most probable words those name it that are its own (LDAvis, Sievert and Shirley 2014).
    private const int WordsConsidered = 30;
    private const double WeightOfProbability = 0.5;

    private static readonly int[] Numbers = [10, 15, 20, 30];

    private readonly MLContext context;
    private readonly LatentDirichletAllocationTransformer transformer;
    private readonly TopicWords words;

    private TopicModel(MLContext context, LatentDirichletAllocationTransformer transformer, TopicWords words, double coherence, IReadOnlyList<IReadOnlyList<string>> topics) =>
        (this.context, this.transformer, this.words, Coherence, Topics) = (context, transformer, words, coherence, topics);

    /// <summary>Mean NPMI, −1 to 1.</summary>
    public double Coherence { get; }

    /// <summary>Words of each topic, most telling first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Topics { get; }

    /// <summary>Learns with each number of topics and keeps the most coherent; null when the texts have no words in common.</summary>
    /// <param name="texts">The offers.</param>
    /// <param name="trades">See <see cref="TopicWords.Of"/>.</param>
    /// <param name="cancellation">Ends the learning.</param>
    public static TopicModel? Learn(IReadOnlyList<string> texts, IReadOnlySet<ulong> trades, CancellationToken cancellation)
    {
        var words = TopicWords.Of(texts, trades);
        if (words.Count < Numbers[^1]) return null;
        var documents = texts.Select(words.In).Where(d => d.Columns.Length > 0).ToList();
        var context = new MLContext(Seed);
        var data = Load(context, documents, words);
        TopicModel? best = null;
        foreach (var number in Numbers)
        {
            cancellation.ThrowIfCancellationRequested();
            var transformer = NativeOutput.Silence(() => context.Transforms.Text.LatentDirichletAllocation(
                Shares, Features, numberOfTopics: number, maximumNumberOfIterations: Iterations, numberOfThreads: 1,
                numberOfSummaryTermsPerTopic: WordsConsidered, resetRandomGenerator: true).Fit(data));
            // The package gives the words by their columns where these have no names.
            var topics = transformer.GetLdaDetails(0).ItemScoresPerTopic;
            var coherence = CoherenceOf(topics, documents);
            if (best is not null && best.Coherence >= coherence)
            {
                transformer.Dispose();
                continue;
            }
            best?.Dispose();
            best = new TopicModel(context, transformer, words, coherence, [.. topics.Select(topic => NameOf(topic, words, documents.Count))]);
        }
        return best;
    }

    /// <summary>The topic that each text speaks of most; −1 for one of no known word.</summary>
    public IReadOnlyList<int> TopicsOf(IReadOnlyList<string> texts)
    {
        var documents = texts.Select(words.In).ToList();
        var output = NativeOutput.Silence(() => transformer.Transform(Load(context, documents, words)).GetColumn<float[]>(Shares).ToList());
        return [.. output.Select((shares, i) => documents[i].Columns.Length == 0 ? -1 : Array.IndexOf(shares, shares.Max()))];
    }

    public void Dispose() => transformer.Dispose();

    private static IDataView Load(MLContext context, IEnumerable<(int[] Columns, float[] Counts)> documents, TopicWords words)
    {
        var schema = SchemaDefinition.Create(typeof(Document));
        schema[Features].ColumnType = new VectorDataViewType(NumberDataViewType.Single, words.Count);
        return context.Data.LoadFromEnumerable(documents.Select(d => new Document { Features = new VBuffer<float>(words.Count, d.Columns.Length, d.Counts, d.Columns) }), schema);
    }

    private static double CoherenceOf(IReadOnlyList<IReadOnlyList<LatentDirichletAllocationTransformer.ModelParameters.ItemScore>> topics, List<(int[] Columns, float[] Counts)> documents)
    {
        var first = topics.Select(topic => topic.OrderByDescending(w => w.Score).Take(WordsOfCoherence).Select(w => w.Item).ToList()).ToList();
        var textsOf = first.SelectMany(w => w).Distinct().ToDictionary(w => w, _ => new ulong[(documents.Count + 63) / 64]);
        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var column in documents[i].Columns)
            {
                if (textsOf.TryGetValue(column, out var bits)) bits[i / 64] |= 1UL << (i % 64);
            }
        }
        return first.Average(w => TopicWords.Coherence(w, textsOf, documents.Count));
    }

    private static IReadOnlyList<string> NameOf(IReadOnlyList<LatentDirichletAllocationTransformer.ModelParameters.ItemScore> topic, TopicWords words, int texts)
    {
        var total = topic.Sum(w => w.Score);
        return
        [
            .. topic.Where(w => w.Score > 0)
                .OrderByDescending(w => Math.Log(w.Score / total) - ((1 - WeightOfProbability) * Math.Log((double)words.Frequency(w.Item) / texts)))
                .Take(WordsOfTopic).Select(w => words.Surface(w.Item)),
        ];
    }

    private sealed class Document
    {
        public VBuffer<float> Features { get; set; }
    }
}
