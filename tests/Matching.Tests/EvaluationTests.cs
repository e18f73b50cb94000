using System.Text.Json;
using SmartRecruiting.Matching.Commands;
using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Matching.Tests;

public sealed class EvaluationTests : IDisposable
{
    // Three programmes that share no word, so that the order is known without computing: the more of its words, the earlier.
    private const string Catalogue = """
        code,name,description,skills,unheard_of
        A,Boulangerie,"pétrin levain fournil baguette farine croûte",,x
        B,Astronomie,"télescope galaxie comète orbite planète nébuleuse",,x
        C,Maroquinerie,"cuir sellerie couture alêne tannage lanière",,x
        """;

    private const string NoTexts = "id,text,programme\n";

    private readonly string folder = Directory.CreateTempSubdirectory("evaluation-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Figures_agree_with_those_computed_by_hand()
    {
        // Places 1, 2, 3 and none at all.
        var figures = Evaluate.Measure(
            Files(NoTexts, """
                id,text,programme
                1,pétrin levain fournil baguette farine croûte,A
                2,pétrin levain fournil baguette farine télescope,B
                3,pétrin levain fournil baguette farine télescope galaxie comète cuir,C
                4,cuir sellerie couture,Z
                """), Cancellation);

        Assert.Equal((4, 3), (figures.Count, figures.Classes));
        Assert.Equal(1 / 4.0, figures.All.Top1);
        Assert.Equal(3 / 4.0, figures.All.Top3);
        Assert.Equal(3 / 4.0, figures.All.Top10);
        Assert.Equal((1 + (1 / 2.0) + (1 / 3.0) + 0) / 4, figures.All.Mrr!.Value, 12);
        Assert.Equal((4, 0, 0), (figures.Zero.Count, figures.Rare.Count, figures.Rest.Count));
        Assert.Null(figures.Rare.Top1);
    }

    [Fact]
    public void A_tie_counts_against()
    {
        var figures = Evaluate.Measure(Files(NoTexts, "id,text,programme\n1,zzzz,A\n"), Cancellation);

        Assert.Equal((0, 1, 1 / 3.0), (figures.All.Top1, figures.All.Top3, figures.All.Mrr!.Value));
        Assert.Equal(1, figures.NoMatch);
    }

    [Fact]
    public void Several_labels_are_all_right()
    {
        var figures = Evaluate.Measure(Files(NoTexts, "text,programme\npétrin levain fournil baguette farine télescope,B;A\ntélescope galaxie pétrin,C;A\n"), Cancellation);

        Assert.Equal(0.5, figures.All.Top1);
        Assert.Equal((1 + 0.5) / 2, figures.All.Mrr);
    }

    [Fact]
    public void Names_in_columns_of_their_own_are_hidden_in_the_text()
    {
        const string Text = "Pétrin Levain Fournil : télescope galaxie. Farine Croûte, Baguette";

        Assert.Equal(0, Evaluate.Measure(Files(NoTexts, $"text,programme\n\"{Text}\",B\n"), Cancellation).All.Top1);
        Assert.Equal(1, Evaluate.Measure(Files(NoTexts, $"text,programme,company,city,contact_name\n\"{Text}\",B,Pétrin Levain Fournil,Baguette,Farine Croûte\n"), Cancellation).All.Top1);
    }

    [Fact]
    public void Slices_are_cut_by_the_examples_of_the_class()
    {
        var train = "text,programme\n" + string.Concat(Enumerable.Range(0, 5).Select(i => $"pétrin levain numéro{i},A\n")) + "télescope galaxie,B\n";

        var figures = Evaluate.Measure(Files(train, "text,programme\npétrin levain,A\npétrin fournil,A\ntélescope galaxie,B\ncuir sellerie,C\n"), Cancellation);

        Assert.Equal((1, 1, 2), (figures.Zero.Count, figures.Rare.Count, figures.Rest.Count));
        Assert.Equal(1, figures.Rest.Top1);
    }

    [Fact]
    public void Without_a_programme_column_domains_are_the_labels_and_no_catalogue_is_needed()
    {
        const string Train = "text,domain\npain levain farine,food\npain pétrin,food\ncuir sellerie,leather\ncuir couture,leather\n";

        var figures = Evaluate.Measure(Files(Train, "text,domain\nlevain et pain,food\ncouture du cuir,leather\n", catalogue: null), Cancellation);

        Assert.Equal((2, 2, 1), (figures.Count, figures.Classes, figures.All.Top1));
    }

    [Fact]
    public void A_title_is_read_with_its_text() =>
        Assert.Equal(1, Evaluate.Measure(Files(NoTexts, "text,title,programme\nrien,pétrin levain,A\n"), Cancellation).All.Top1);

    [Fact]
    public void The_same_files_give_the_same_figures_times_aside()
    {
        var train = "text,programme\n" + string.Concat(SmallUniversity.Labelled.Select(l => $"\"{l.Text}\",{l.Labels[0]}\n"));
        var test = "text,programme\n" + string.Concat(SmallUniversity.ClearTexts.Select(r => $"\"{r.Data.Item2}\",{r.Data.Item1}\n"));
        var options = Files(train, test, SmallUniversity.Csv);

        Assert.Equal(Lasting(Evaluate.Measure(options, Cancellation)), Lasting(Evaluate.Measure(options, Cancellation)));

        static Figures Lasting(Figures f) => f with
        {
            TrainSeconds = 0, TrainCpuSeconds = 0, PeakMegabytes = 0, P50Milliseconds = 0, P99Milliseconds = 0, WattHours = 0, WattHoursLow = 0, WattHoursHigh = 0,
        };
    }

    [Fact]
    public async Task A_few_broken_rows_are_passed_over_and_counted()
    {
        var rows = string.Concat(Enumerable.Range(0, 99).Select(i => $"pétrin levain {i},A\n"));
        var files = Files($"text,programme\n{rows},A\n", $"text,programme\n{rows}\"télescope\" cassé,B\n");

        var figures = Evaluate.Measure(files, Cancellation);
        var (exit, output, errors) = await RunAsync("--programmes", files.Programmes!, "--train", files.Train, "--test", files.Test);

        Assert.Equal((99, 2), (figures.Count, figures.Skipped));
        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains("2 broken rows", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deletion_is_measured_when_asked_for()
    {
        var train = "text,programme\n" + string.Concat(SmallUniversity.Labelled.Select(l => $"\"{l.Text}\",{l.Labels[0]}\n"));
        var test = "text,programme\n" + string.Concat(SmallUniversity.ClearTexts.Select(r => $"\"{r.Data.Item2}. {SmallUniversity.Frame}\",{r.Data.Item1}\n"));
        var files = Files(train, test, SmallUniversity.Csv);
        var json = Path.Combine(folder, "deletion.json");

        var (exit, output, _) = await RunAsync("--deletion", "--programmes", files.Programmes!, "--train", files.Train, "--test", files.Test, "--json", json);

        Assert.Equal(0, exit);
        Assert.Contains("without its causes", output, StringComparison.Ordinal);
        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(json, Cancellation));
        Assert.True(written.RootElement.GetProperty("deletion").GetDouble() >= 3);
    }

    [Fact]
    public async Task The_command_prints_a_table_and_writes_every_name_to_the_file()
    {
        var files = Files(NoTexts, "text,programme\npétrin levain,A\n");
        var json = Path.Combine(folder, "out.json");

        var (exit, output, errors) = await RunAsync("--programmes", files.Programmes!, "--train", files.Train, "--test", files.Test, "--json", json);

        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains("top1", output, StringComparison.Ordinal);
        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(json, Cancellation));
        foreach (var name in (string[])["n", "classes", "top1", "top3", "top5", "top10", "mrr", "macro_f1", "skipped", "ece", "deletion", "strong_coverage", "strong_precision", "train_seconds", "train_cpu_seconds", "peak_mb", "model_mb", "p50_ms", "p99_ms", "wh"])
        {
            Assert.True(written.RootElement.TryGetProperty(name, out _), name);
        }
        foreach (var slice in (string[])["all", "zero", "rare", "rest"])
        {
            foreach (var name in (string[])["n", "top1", "top3", "top5", "top10", "mrr", "macro_f1"])
            {
                Assert.True(written.RootElement.GetProperty(slice).TryGetProperty(name, out _), $"{slice}.{name}");
            }
        }
    }

    [Theory]
    [InlineData("train", "id,programme\n1,A\n", "text")]
    [InlineData("train", "text,title\nun,deux\n", "programme")]
    [InlineData("test", "text,title\nun,deux\n", "domain")]
    [InlineData("programmes", "code,title\nA,un\n", "name")]
    [InlineData("test", "text,programme\n,A\n", "line 2")]
    [InlineData("test", "text,programme\nun,A\ndeux,\n", "line 3")]
    [InlineData("programmes", "code,name\nA,un\nA,deux\n", "line 3")]
    [InlineData("test", "", "empty")]
    [InlineData("test", "text,programme\n", "no text")]
    public async Task A_fault_in_a_file_is_refused_with_a_line_that_names_it(string which, string content, string names)
    {
        var files = Files(NoTexts, "text,programme\npétrin levain,A\n");
        var path = Path.Combine(folder, which + ".csv");
        await File.WriteAllTextAsync(path, content, Cancellation);

        var (exit, output, errors) = await RunAsync("--programmes", files.Programmes!, "--train", files.Train, "--test", files.Test);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(path, errors, StringComparison.Ordinal);
        Assert.Contains(names, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("--programmes")]
    [InlineData("--train")]
    [InlineData("--test")]
    public async Task A_missing_file_is_named(string option)
    {
        var files = Files(NoTexts, "text,programme\npétrin levain,A\n");
        var arguments = new Dictionary<string, string> { ["--programmes"] = files.Programmes!, ["--train"] = files.Train, ["--test"] = files.Test };
        arguments[option] = Path.Combine(folder, "nowhere.csv");

        var (exit, _, errors) = await RunAsync([.. arguments.SelectMany(a => new[] { a.Key, a.Value })]);

        Assert.Equal(1, exit);
        Assert.Contains("nowhere.csv", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_UTF8_and_a_place_that_cannot_be_written_are_refused()
    {
        var files = Files(NoTexts, "text,programme\npétrin levain,A\n");
        Assert.Equal(1, (await RunAsync("--programmes", files.Programmes!, "--train", files.Train, "--test", files.Test, "--json", Path.Combine(folder, "no", "where.json"))).Exit);

        await File.WriteAllBytesAsync(files.Test, [.. "text,programme\np"u8, 0xE9, .. "trin,A\n"u8], Cancellation);
        var (exit, _, errors) = await RunAsync("--programmes", files.Programmes!, "--train", files.Train, "--test", files.Test);
        Assert.Equal(1, exit);
        Assert.Contains("UTF-8", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--train", "a.csv")]
    [InlineData("--train", "a.csv", "--test")]
    [InlineData("--train", "a.csv", "--test", "b.csv", "--fast", "yes")]
    [InlineData("--train", "a.csv", "--train", "b.csv", "--test", "c.csv")]
    public async Task Wrong_usage_shows_the_usage(params string[] arguments)
    {
        var (exit, output, errors) = await RunAsync(arguments);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("--train A.csv", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_counts_ties_takes_the_best_label_and_refuses_what_is_no_number()
    {
        (string, double)[] scores = [("A", 0.5), ("B", 0.9), ("C", 0.5), ("D", 0.1)];

        Assert.Equal(1, Measures.Place(scores, ["B"]));
        Assert.Equal(3, Measures.Place(scores, ["A"]));
        Assert.Equal(2, Measures.Place(scores, ["A", "C"]));
        Assert.Equal(4, Measures.Place(scores, ["D"]));
        Assert.Equal(int.MaxValue, Measures.Place(scores, ["Z"]));
        Assert.Throws<EvaluationException>(() => Measures.Place([("A", double.NaN), ("B", 1)], ["B"]));
    }

    [Fact]
    public void Quality_and_calibration_agree_with_those_computed_by_hand()
    {
        Outcome[] outcomes = [Outcome("A", "A", 1, 0.95), Outcome("A", "B", 2, 0.95), Outcome("B", "B", 1, 0.15), Outcome("C", "A", 7, 0.25)];

        var quality = Measures.QualityOf(outcomes);

        Assert.Equal((0.5, 0.75, 0.75, 1.0), (quality.Top1, quality.Top3, quality.Top5, quality.Top10));
        Assert.Equal((1 + 0.5 + 1 + (1 / 7.0)) / 4, quality.Mrr!.Value, 12);
        // A: said twice, real twice, hit once; B: said twice, real once, hit once; C: never said.
        Assert.Equal((0.5 + (2.0 / 3) + 0) / 3, quality.MacroF1!.Value, 12);
        Assert.Equal(((2 * Math.Abs(0.95 - 0.5)) + (1 - 0.15) + 0.25) / 4, Measures.CalibrationError(outcomes), 12);
        Assert.Equal((2, 4, 1), (Measures.Percentile([4, 1, 3, 2], 0.5), Measures.Percentile([4, 1, 3, 2], 0.99), Measures.Percentile([1], 0)));

        static Outcome Outcome(string label, string first, int place, double chance) => new([label], 1, place, first, chance, false, false, 1);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private EvaluateOptions Files(string train, string test, string? catalogue = Catalogue)
    {
        return new EvaluateOptions(catalogue is null ? null : Write("programmes", catalogue), Write("train", train), Write("test", test));

        string Write(string name, string content)
        {
            var path = Path.Combine(folder, name + ".csv");
            File.WriteAllText(path, content);
            return path;
        }
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await new EvaluateCommand().RunAsync(arguments, output, errors, Cancellation);
        return (exit, output.ToString(), errors.ToString());
    }
}
