using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Reports;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// Whether statistics stay as fast at a hundred times as many offers: pages, the count of what changed, the count from scratch, and the
/// report. Both sizes are open at once and take turns, so that a ratio does not tell of the machine.
/// </summary>
internal static class StatisticsBench
{
    private const int Few = 16_000;
    private const int WarmUp = 5, Times = 20, Refreshes = 9, Reports = 7;
    private const int Changed = 100;

    /// <summary>The tables as one plain query would count them: what a count from scratch is held against.</summary>
    private const string GroupBy = """
        SELECT UniversityId, ComponentId, ProgrammeId, substr(Day, 1, 7), count(*) FROM schooling_offerfacts
        WHERE State <> 'Waiting' GROUP BY UniversityId, ComponentId, ProgrammeId, substr(Day, 1, 7)
        """;

    public static async Task<int> RunAsync(int most, CancellationToken cancellation)
    {
        // The many first: the highest memory of the process is then theirs.
        await using var many = await StatisticsMarket.OpenAsync(most, cancellation);
        var before = Memory();
        var (grouped, _) = await MeasureAsync(() => many.WithAsync<SchoolingDb, int>(db => GroupAsync(db, cancellation)));
        var (rebuilt, cpu) = await MeasureAsync(() => RebuildAsync(many, cancellation));
        Say($"{most} offers, from scratch, s (CPU s in brackets)", $"{rebuilt:0.0} ({cpu:0.0})");
        Say("  highest memory of the process after it, MB", $"{Memory():0}");
        Say("  before it, MB", $"{before:0}");
        Say("  one plain GROUP BY of the same rows, s", $"{grouped:0.0}");
        Say("  rows of figures", $"{await many.WithAsync<SchoolingDb, int>(db => db.Figures.CountAsync(cancellation))}");
        await using var few = await StatisticsMarket.OpenAsync(Few, cancellation);
        await RebuildAsync(few, cancellation);

        Console.WriteLine($"{"median, ms",-44}{Few,12}{most,12}{"ratio",8}{"wanted",8}");
        foreach (var tab in (string[])["trends", "skills", "companies", "offers"])
        {
            foreach (var level in Enum.GetValues<StatLevel>())
            {
                Compare($"/dashboard {tab}, {level}", await InTurnsAsync(Times, WarmUp, market => market.Director.LoadAsync(AddressOf(market, tab, level), cancellation)), 1.5);
            }
        }
        Compare("/direction", await InTurnsAsync(Times, WarmUp, market => market.Director.LoadAsync("/direction", cancellation)), 1.5);
        var round = 0;
        Compare($"count after {Changed} changed offers", await InTurnsAsync(Refreshes, 1, market => RefreshAsync(market, round++ / 2, cancellation)), 2);
        // A page remembers what it read until the next count.
        Compare("the largest page, first time after a count", await InTurnsAsync(Refreshes, 1, async market =>
        {
            await RefreshAsync(market, round++ / 2, cancellation);
            return await market.Director.LoadAsync(AddressOf(market, "companies", StatLevel.University), cancellation);
        }), null);

        var (all, pdf) = (new List<double>(), new List<double>());
        for (var i = 0; i < Reports; i++)
        {
            var watch = Stopwatch.StartNew();
            var year = StatYear.Of(new DateOnly(2026, 8, 30), YearBasis.University);
            var content = await many.WithAsync<ReportContents, ReportContent>(async contents =>
                (await contents.MakeAsync(many.Programmes[0].Component.UniversityId, year, cancellation))!.Value.French);
            var start = watch.Elapsed;
            var file = await many.WithAsync<ReportPdf, byte[]?>(make => Task.FromResult(make.Make(content, null, ReportContent.Language("fr")!)));
            if (file is not { Length: > 0 }) throw new BenchException("There is no report: are the fonts restored?");
            all.Add(watch.Elapsed.TotalMilliseconds);
            pdf.Add((watch.Elapsed - start).TotalMilliseconds);
        }
        Say("report with its PDF, median, ms (wanted 500)", $"{Median(all):0}");
        Say("  its PDF alone", $"{Median(pdf):0}");
        return 0;

        // Times of both, taking turns.
        async Task<(double Few, double Many)> InTurnsAsync(int times, int warmUp, Func<StatisticsMarket, Task<double>> measure)
        {
            var (ofFew, ofMany) = (new List<double>(), new List<double>());
            for (var i = -warmUp; i < times; i++)
            {
                var (one, other) = (await measure(few), await measure(many));
                if (i < 0) continue;
                ofFew.Add(one);
                ofMany.Add(other);
            }
            return (Median(ofFew), Median(ofMany));
        }
    }

    private static string AddressOf(StatisticsMarket market, string tab, StatLevel level)
    {
        var programme = market.Programmes[0];
        var id = level switch { StatLevel.University => programme.Component.UniversityId, StatLevel.Component => programme.ComponentId, _ => programme.Id };
        return $"/dashboard?id={id}&tab={tab}";
    }

    private static async Task<double> LoadAsync(this Testing.Visitor visitor, string address, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        using var response = await visitor.SendAsync(request);
        var page = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation);
        if (!page.Contains("key-figures", StringComparison.Ordinal)) throw new BenchException($"{address} shows no figures.");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<int> GroupAsync(SchoolingDb db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = GroupBy;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = 0;
        while (await reader.ReadAsync(cancellation)) rows++;
        return rows;
    }

    private static Task<bool> RebuildAsync(StatisticsMarket market, CancellationToken cancellation) => market.WithAsync<RefreshStatistics, bool>(async statistics =>
    {
        await statistics.RebuildAsync(cancellation);
        return true;
    });

    // Half of the offers end, half are read anew and get another programme and other skills; then the count alone is timed.
    private static async Task<double> RefreshAsync(StatisticsMarket market, int round, CancellationToken cancellation)
    {
        await market.WithAsync<SchoolingDb, int>(async db =>
        {
            var step = market.Ids.Count / Changed;
            Guid[] ids = [.. Enumerable.Range(0, Changed).Select(i => market.Ids[(i * step) + (round % step)])];
            var dice = new Random(round);
            foreach (var (n, fact) in (await db.OfferFacts.Where(f => ids.Contains(f.Id)).OrderBy(f => f.Id).ToListAsync(cancellation)).Index())
            {
                if (n % 2 == 0)
                {
                    fact.Close(2, fact.State is FactState.Filled ? CloseReason.Withdrawn : CloseReason.Filled);
                    continue;
                }
                var programme = market.Programmes[dice.Next(market.Programmes.Count)];
                SkillFound[] skills = [.. Enumerable.Range(0, 8).Select(_ => market.Skills[dice.Next(market.Skills.Count)])];
                fact.Tag(new OfferTags(fact.Id, 1, 1, programme.Domain ?? Domains.Other, 0.9, skills, [programme.Id], 0.8, Strength.Good, 5), programme);
            }
            return await db.SaveChangesAsync(cancellation);
        });
        var watch = Stopwatch.StartNew();
        await market.WithAsync<RefreshStatistics, bool>(async statistics =>
        {
            await statistics.RunAsync(cancellation);
            return true;
        });
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<(double Seconds, double Cpu)> MeasureAsync<T>(Func<Task<T>> work)
    {
        var watch = new Stopwatches();
        await work();
        return (watch.Seconds, watch.CpuSeconds);
    }

    private static double Memory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Say(string what, FormattableString value) => Console.WriteLine($"{what,-56}{value.ToString(CultureInfo.InvariantCulture),14}");

    private static void Compare(string what, (double Few, double Many) times, double? wanted) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-44}{times.Few,12:0.0}{times.Many,12:0.0}{times.Many / times.Few,8:0.00}{(wanted is null ? "–" : "≤ " + wanted),8}"));
}
