using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Evaluation;

/// <summary>Trains on one file, ranks another, and says how well: the same figures for the same files and seed, times aside.</summary>
internal static class Evaluate
{
    private const int Done = 0, Refused = 1;
    private const int Shown = 5, WarmUp = 20;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Measures, prints a table and writes JSON where asked.</summary>
    /// <returns>0 done, 1 refused with a clear line on <paramref name="error"/>. Wrong usage (2) is for the caller to find.</returns>
    public static async Task<int> RunAsync(EvaluateOptions options, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var figures = await Task.Run(() => Measure(options, cancellation), cancellation);
            if (options.Json is not null) await File.WriteAllTextAsync(options.Json, JsonSerializer.Serialize(figures, Indented) + "\n", cancellation);
            await output.WriteAsync(Table(figures));
            return Done;
        }
        catch (Exception exception) when (exception is EvaluationException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(exception.Message);
            return Refused;
        }
    }

    /// <summary>The same without printing.</summary>
    /// <exception cref="EvaluationException">A file or a score is not what it should be.</exception>
    public static Figures Measure(EvaluateOptions options, CancellationToken cancellation)
    {
        var (test, label, skipped) = LabelledCsv.Texts(options.Test, null);
        if (test.Count == 0) throw new EvaluationException($"{options.Test}: there is no text to rank.");
        var (train, _, skippedToo) = LabelledCsv.Texts(options.Train, label);
        IReadOnlyList<Programme> programmes = options.Programmes is null || label == "domain" ? [] : LabelledCsv.Programmes(options.Programmes);
        if (programmes.Count == 0 && train.Count == 0) throw new EvaluationException($"{options.Train}: without texts to learn from, a catalogue (--programmes) is needed.");

        using var process = Process.GetCurrentProcess();
        var cpuBefore = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var model = ProgrammeModel.Train(programmes, train, new TrainingOptions { Seed = options.Seed }, null, cancellation);
        var wall = watch.Elapsed.TotalSeconds;
        process.Refresh();
        var cpu = (process.TotalProcessorTime - cpuBefore).TotalSeconds;

        foreach (var text in test.Take(WarmUp)) model.Rank(text.Text, Shown);
        var examples = train.SelectMany(t => t.Labels.Distinct()).CountBy(l => l).ToDictionary();
        var outcomes = test.Select(text => OutcomeOf(model, text, examples, cancellation)).ToArray();
        process.Refresh();
        var strong = outcomes.Where(o => o.IsStrong).ToArray();
        var all = Measures.QualityOf(outcomes);
        return new Figures(
            outcomes.Length, model.Programmes.Count(), skipped + skippedToo,
            all.Top1, all.Top3, all.Top5, all.Top10, all.Mrr, all.MacroF1,
            all,
            Measures.QualityOf([.. outcomes.Where(o => o.Examples == 0)]),
            Measures.QualityOf([.. outcomes.Where(o => o.Examples is >= 1 and <= 4)]),
            Measures.QualityOf([.. outcomes.Where(o => o.Examples > 4)]),
            Measures.CalibrationError(outcomes),
            strong.Length / (double)outcomes.Length, strong.Length == 0 ? null : strong.Count(o => o.Place == 1) / (double)strong.Length,
            outcomes.Count(o => o.IsNoMatch) / (double)outcomes.Length,
            options.Deletion ? Deletion.Median(model, test.Select(t => t.Text), options.Seed, cancellation) : null,
            wall, cpu, process.PeakWorkingSet64 / 1e6, model.ToBytes().Length / 1e6,
            Measures.Percentile(outcomes.Select(o => o.Milliseconds), 0.5), Measures.Percentile(outcomes.Select(o => o.Milliseconds), 0.99),
            Energy.WattHours(cpu), Energy.WattHours(cpu, Energy.LowWattsPerCore), Energy.WattHours(cpu, Energy.HighWattsPerCore));
    }

    private static Outcome OutcomeOf(ProgrammeModel model, LabelledText text, Dictionary<string, int> examples, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = Stopwatch.GetTimestamp();
        var ranking = model.Rank(text.Text, Shown);
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var scores = model.Scores(text.Text);
        var place = Measures.Place(scores, text.Labels);
        // A tie at the top leaves no first, unless all that tie are right.
        var highest = scores.Max(s => s.Score);
        var leaders = scores.Where(s => s.Score == highest).Select(s => s.Code).ToArray();
        var first = leaders.Length == 1 || place == 1 ? leaders[0] : "";
        var best = ranking.Items[0];
        if (!double.IsFinite(best.Chance)) throw new EvaluationException($"The chance of {best.Programme.Code} is {best.Chance}: the model is broken.");
        return new Outcome(
            text.Labels, examples.GetValueOrDefault(text.Labels[0]), place, first, best.Chance, best.Strength == Strength.Strong && ranking.State == RankingState.Match,
            ranking.State == RankingState.NoReliableMatch, milliseconds);
    }

    private static string Table(Figures figures)
    {
        var table = new StringWriter(CultureInfo.InvariantCulture);
        table.WriteLine($"{figures.Count} texts, {figures.Classes} classes");
        if (figures.Skipped > 0) table.WriteLine($"{figures.Skipped} broken rows of the files were passed over");
        table.WriteLine();
        table.WriteLine("             n    top1    top3    top5   top10     mrr  macro_f1");
        foreach (var (name, quality) in ((string, Quality)[])[("all", figures.All), ("zero", figures.Zero), ("rare", figures.Rare), ("rest", figures.Rest)])
        {
            table.WriteLine(
                $"{name,-6}{quality.Count,8}{Share(quality.Top1),8}{Share(quality.Top3),8}{Share(quality.Top5),8}{Share(quality.Top10),8}{Share(quality.Mrr),8}{Share(quality.MacroF1),10}");
        }
        table.WriteLine();
        table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"calibration error (ECE, 10 bins)   {figures.Ece:f3}"));
        table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"strong: coverage {figures.StrongCoverage:f3}, precision {Share(figures.StrongPrecision).Trim()}; no reliable match {figures.NoMatch:f3}"));
        if (figures.Deletion is { } deletion)
            table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"without its causes the first programme's chance falls {deletion:f1} times as far as it moves without as many random words (median)"));
        table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"training {figures.TrainSeconds:f1} s, CPU {figures.TrainCpuSeconds:f1} s; peak {figures.PeakMegabytes:f0} MB; model {figures.ModelMegabytes:f1} MB"));
        table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a text: p50 {figures.P50Milliseconds:f2} ms, p99 {figures.P99Milliseconds:f2} ms"));
        table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"energy of the training: {figures.WattHours:f4} Wh (estimate, {figures.WattHoursLow:f4} to {figures.WattHoursHigh:f4})"));
        return table.ToString();
    }

    private static string Share(double? share) => share?.ToString("f3", CultureInfo.InvariantCulture) ?? "–";
}
