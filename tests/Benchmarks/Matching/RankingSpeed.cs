using System.Diagnostics;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Benchmarks;

/// <summary>How long one text takes against 700 programmes, of which each has learnt from its texts; one thread, after warming up.</summary>
internal static class RankingSpeed
{
    private const int Programmes = 700, Rounds = 4, Shown = 10;
    private const double Most = 5;

    public static IEnumerable<Finding> Measure(MatchingSet set, CancellationToken cancellation)
    {
        var catalogue = LargeCatalogue.Of(set, Programmes);
        var twins = catalogue.Select(p => p.Code).ToLookup(code => code[..code.LastIndexOf('-')]);
        var turns = new Dictionary<string, int>();
        var labelled = set.Train.Select(text =>
        {
            var codes = twins[text.Labels[0]].ToArray();
            var turn = turns[text.Labels[0]] = turns.GetValueOrDefault(text.Labels[0]) + 1;
            return text with { Labels = [codes[turn % codes.Length]] };
        }).ToList();
        var model = ProgrammeModel.Train(catalogue, labelled, new TrainingOptions(), null, cancellation);
        var lexicon = SkillLexicon.Load();
        foreach (var (what, explain) in ((string, bool)[])[("without reasons", false), ($"with the reasons of the first {Shown}", true)])
        {
            var (times, cpuTimes) = (new List<double>(), new List<double>());
            for (var round = 0; round <= Rounds; round++)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var text in set.Test)
                {
                    var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                    model.Rank(text.Text, Shown, explain: explain, skills: lexicon);
                    if (round == 0) continue;
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    cpuTimes.Add((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
                }
            }
            yield return new Finding($"one text against {Programmes} programmes, {what}: p50, ms", Measures.Percentile(times, 0.5));
            yield return new Finding($"one text against {Programmes} programmes, {what}: p99, ms", Measures.Percentile(times, 0.99), AtMost: Most);
            // What a busy machine takes away from the clock is not in it.
            yield return new Finding($"one text against {Programmes} programmes, {what}: p99, CPU ms", Measures.Percentile(cpuTimes, 0.99));
        }
    }
}
