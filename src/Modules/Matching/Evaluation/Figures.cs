using System.Text.Json.Serialization;

namespace SmartRecruiting.Matching.Evaluation;

/// <summary>How well texts were ranked. Shares are 0 to 1; null where there is no text to measure on.</summary>
internal sealed record Quality(
    [property: JsonPropertyName("n")] int Count,
    [property: JsonPropertyName("top1")] double? Top1,
    [property: JsonPropertyName("top3")] double? Top3,
    [property: JsonPropertyName("top5")] double? Top5,
    [property: JsonPropertyName("top10")] double? Top10,
    [property: JsonPropertyName("mrr")] double? Mrr,
    [property: JsonPropertyName("macro_f1")] double? MacroF1);

/// <summary>All that an evaluation found; see "Evaluation" in matching.md.</summary>
/// <param name="Classes">Programmes or labels that were ranked.</param>
/// <param name="Skipped">Rows of the files that were passed over because they are broken.</param>
/// <param name="Top1">Share of texts whose label came first; this and the next six are those of <paramref name="All"/>.</param>
/// <param name="Top3">Among the first three.</param>
/// <param name="Top5">Among the first five.</param>
/// <param name="Top10">Among the first ten.</param>
/// <param name="Mrr">Mean reciprocal rank.</param>
/// <param name="MacroF1">F1 over the classes that occur.</param>
/// <param name="All">Over all texts of the test.</param>
/// <param name="Zero">Over those whose class had no example.</param>
/// <param name="Rare">1 to 4 examples.</param>
/// <param name="Rest">5 and more.</param>
/// <param name="Ece">Expected calibration error of the first programme's chance, 10 bins of equal width.</param>
/// <param name="StrongCoverage">Share of texts whose first programme is called strong.</param>
/// <param name="StrongPrecision">Share of those that are right; null when none is.</param>
/// <param name="NoMatch">Share of texts with "no reliable match".</param>
/// <param name="Deletion">
/// How many times as far the first programme's chance falls without the words shown as causes as it moves without as many random
/// ones, on the median text; null unless asked for.
/// </param>
/// <param name="TrainSeconds">Wall clock.</param>
/// <param name="TrainCpuSeconds">Of all threads.</param>
/// <param name="PeakMegabytes">Highest resident memory of the process so far.</param>
/// <param name="ModelMegabytes">Size of the stored model.</param>
/// <param name="P50Milliseconds">Median time to rank one text, with reasons for the first five.</param>
/// <param name="P99Milliseconds">99th percentile of the same.</param>
/// <param name="WattHours">Estimate for the training, with <see cref="Energy.WattsPerCore"/>.</param>
/// <param name="WattHoursLow">Low end of its band.</param>
/// <param name="WattHoursHigh">High end.</param>
internal sealed record Figures(
    [property: JsonPropertyName("n")] int Count,
    [property: JsonPropertyName("classes")] int Classes,
    [property: JsonPropertyName("skipped")] int Skipped,
    [property: JsonPropertyName("top1")] double? Top1,
    [property: JsonPropertyName("top3")] double? Top3,
    [property: JsonPropertyName("top5")] double? Top5,
    [property: JsonPropertyName("top10")] double? Top10,
    [property: JsonPropertyName("mrr")] double? Mrr,
    [property: JsonPropertyName("macro_f1")] double? MacroF1,
    [property: JsonPropertyName("all")] Quality All,
    [property: JsonPropertyName("zero")] Quality Zero,
    [property: JsonPropertyName("rare")] Quality Rare,
    [property: JsonPropertyName("rest")] Quality Rest,
    [property: JsonPropertyName("ece")] double Ece,
    [property: JsonPropertyName("strong_coverage")] double StrongCoverage,
    [property: JsonPropertyName("strong_precision")] double? StrongPrecision,
    [property: JsonPropertyName("no_match")] double NoMatch,
    [property: JsonPropertyName("deletion")] double? Deletion,
    [property: JsonPropertyName("train_seconds")] double TrainSeconds,
    [property: JsonPropertyName("train_cpu_seconds")] double TrainCpuSeconds,
    [property: JsonPropertyName("peak_mb")] double PeakMegabytes,
    [property: JsonPropertyName("model_mb")] double ModelMegabytes,
    [property: JsonPropertyName("p50_ms")] double P50Milliseconds,
    [property: JsonPropertyName("p99_ms")] double P99Milliseconds,
    [property: JsonPropertyName("wh")] double WattHours,
    [property: JsonPropertyName("wh_low")] double WattHoursLow,
    [property: JsonPropertyName("wh_high")] double WattHoursHigh);
