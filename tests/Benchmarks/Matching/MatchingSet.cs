using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Benchmarks;

/// <summary>One set to measure on: texts to learn from, texts to rank, and the catalogue if it has one.</summary>
internal sealed record MatchingSet(string Name, string Folder, IReadOnlyList<Programme> Programmes, IReadOnlyList<LabelledText> Train, IReadOnlyList<LabelledText> Test)
{
    /// <summary>Null for a set of plain labels.</summary>
    public string? ProgrammesFile => Programmes.Count > 0 ? Path.Combine(Folder, "programmes.csv") : null;

    public string TrainFile => Path.Combine(Folder, "train.csv");

    public string TestFile => Path.Combine(Folder, "test.csv");

    /// <summary>Every label of the texts to learn from, in one order.</summary>
    public string[] Labels { get; } = [.. Train.SelectMany(t => t.Labels).Distinct().Order(StringComparer.Ordinal)];

    public static MatchingSet Read(string data, string name)
    {
        var folder = Path.Combine(data, name);
        var programmes = Path.Combine(folder, "programmes.csv");
        try
        {
            var (test, label, _) = LabelledCsv.Texts(Path.Combine(folder, "test.csv"), null);
            var (train, _, _) = LabelledCsv.Texts(Path.Combine(folder, "train.csv"), label);
            return new MatchingSet(name, folder, File.Exists(programmes) ? LabelledCsv.Programmes(programmes) : [], train, test);
        }
        catch (EvaluationException broken)
        {
            throw new BenchException(broken.Message);
        }
    }

    /// <summary>The rows of a file as they stand there.</summary>
    public static List<Dictionary<string, string>> RowsOf(string path)
    {
        if (!File.Exists(path)) throw new BenchException($"{path}: there is no such file.");
        using var file = new StreamReader(path);
        return BenchResource.Rows(file);
    }
}
