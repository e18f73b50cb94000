using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Contracts;
using SmartRecruiting.Host;
using SmartRecruiting.Host.Sample;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Evaluation;
using SmartRecruiting.Matching.Search;
using SmartRecruiting.Testing;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// How long a search takes among so many open offers, each kind of question after warming up, one after the other: with the page's filters,
/// counts and reasons, but without the page. The offers are put together from those of the sample's generator.
/// </summary>
internal static class SearchBench
{
    private const int Originals = 6_000;
    private const int WarmUp = 50, Times = 300;
    private const int Hidden = 200;
    private const int Page = 10;
    private const int MostOpenDays = 60;

    private static readonly DateOnly Today = new(2026, 11, 1);
    private static readonly char[] Ends = ['.', '\n', '!', '?'];

    public static async Task<int> RunAsync(int offers, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            await using (var app = Open(folder))
            {
                await app.Services.GetRequiredService<Migrations>().ApplyAsync(cancellation);
                var watch = Stopwatch.StartNew();
                await FillAsync(app.Services, offers, cancellation);
                Say($"{offers} offers written to the table, s", watch.Elapsed.TotalSeconds);
                var before = Environment.WorkingSet;
                watch.Restart();
                var index = app.Services.GetRequiredService<OfferIndex>();
                var found = await index.RebuildAsync(cancellation);
                Say("index made from the table, s", watch.Elapsed.TotalSeconds);
                Say("documents", found ?? 0);
                Say("index on disk, MB", Size(Path.Combine(folder, "index")));
                await MeasureAsync(app.Services, offers, cancellation);
                Say("resident more than before the index was made, MB", (Environment.WorkingSet - before) / 1e6);
            }
            await using var again = Open(folder);
            var start = Stopwatch.StartNew();
            await SearchAsync(again.Services, Query("web"), cancellation);
            Say("opened again, checksums and the first answer, s", start.Elapsed.TotalSeconds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static WebApplication Open(string folder) => Application.Build(
    [
        "--urls", "http://127.0.0.1:0", "--webroot", Path.Combine(SourceTree.Root!, "src", "Host", "wwwroot"), $"--Data:Directory={folder}",
        "--Outbox:Background=false", "--Mail:Background=false", "--Jobs:Background=false", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:SmartRecruiting=Error",
    ]);

    private static async Task MeasureAsync(IServiceProvider services, int offers, CancellationToken cancellation)
    {
        var dice = new Random(2);
        // Of another seed: what students write was not copied from what is searched.
        var asked = new SampleOffers(new SampleData(SampleUniversity.DefaultFolder!), 2, Today).Make(500).ConvertAll(o => o.Wording.Title + ". " + o.Wording.Text);
        var words = asked.ConvertAll(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 4).ToArray());
        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[dice.Next(words.Count)]).Where(w => w.Length > 0).Select(w => w[dice.Next(w.Length)]));
        string Sentences(int count) => string.Join(". ", asked[dice.Next(asked.Count)].Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(count));
        string Slip(string word) => word.Length < 6 ? word : word.Remove(3, 1);
        OfferQuery All(OfferQuery query) => query with
        {
            Kind = OfferKind.Internship, Level = "Bac+5", StartsFrom = Today, StartsUntil = Today.AddDays(60 + dice.Next(60)), WeeksFrom = 10, WeeksUntil = 26, Pay = 600 + dice.Next(100), Remote = RemoteWork.Partial,
        };
        var hidden = Enumerable.Range(0, Hidden).Select(_ => IdOf(dice.Next(offers))).ToArray();
        (string What, Func<OfferQuery> Ask)[] kinds =
        [
            ("one word", () => Query(Words(1))),
            ("three words", () => Query(Words(3))),
            ("ten words", () => Query(Words(10))),
            ("two words with a slip each", () => Query($"{Slip(Words(1))} {Slip(Words(1))}")),
            ("three sentences", () => Query(Sentences(3))),
            ("three words, all filters", () => All(Query(Words(3)))),
            ("three sentences, domain and town", () => Query(Sentences(3)) with { Domain = Domains.All[dice.Next(Domains.All.Count - 1)], City = "Grenoble" }),
            ("three words, newest first", () => Query(Words(3)) with { ByDate = true }),
            ($"three words without {Hidden} hidden offers", () => Query(Words(3)) with { Without = hidden }),
            ("ten words, 400 offers deep", () => Query(Words(10)) with { Skip = 400 }),
            ("no words, all filters, never asked before", () => All(Query(null))),
            ("no words, first page again", () => Query(null)),
        ];
        // What a busy machine takes away from the clock is not in the CPU's time.
        Console.WriteLine($"{"search, ms",-52}{"p50",10}{"p99",10}{"most",10}{"CPU p50",10}{"CPU p99",10}");
        foreach (var (what, ask) in kinds)
        {
            var (times, cpuTimes) = (new List<double>(), new List<double>());
            for (var i = 0; i < WarmUp + Times; i++)
            {
                var query = ask();
                var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                await SearchAsync(services, query, cancellation);
                if (i < WarmUp) continue;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                cpuTimes.Add((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-52}{Measures.Percentile(times, 0.5),10:0.0}{Measures.Percentile(times, 0.99),10:0.0}{times.Max(),10:0.0}{Measures.Percentile(cpuTimes, 0.5),10:0.0}{Measures.Percentile(cpuTimes, 0.99),10:0.0}"));
        }
    }

    private static async Task SearchAsync(IServiceProvider services, OfferQuery query, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOfferSearch>().SearchAsync(query, cancellation);
    }

    private static OfferQuery Query(string? text) => new(text, null, null, null, null, 0, Page);

    private static Guid IdOf(int number) => new(number + 1, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    private static async Task FillAsync(IServiceProvider services, int offers, CancellationToken cancellation)
    {
        var lexicon = SkillLexicon.Load();
        var made = new SampleOffers(new SampleData(SampleUniversity.DefaultFolder!), 1, Today).Make(Originals).ConvertAll(o => (
            Offer: o, Terms: new SampleTerms(o, 1), Halves: Cut(o.Wording.Text),
            Skills: lexicon.FindAsked(TextAnalyzer.Analyse(o.Wording.Title + " . " + o.Wording.Text)).Select(m => new SkillFound(m.Skill.Id, m.Skill.French, m.Skill.English)).DistinctBy(s => s.Id).ToList()));
        var dice = new Random(1);
        var now = Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        await db.InTransactionAsync(
            async () =>
            {
                await using var insert = db.Database.GetDbConnection().CreateCommand();
                insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
                string[] columns = ["Id", "Revision", "IsOpen", "Content", "Domain", "Skills", "TaggedBy", "ChangedAt"];
                DbParameter[] values = [.. columns.Select(c => Parameter(insert, "@" + c))];
                insert.CommandText = $"INSERT INTO matching_offers ({string.Join(", ", columns)}) VALUES ({string.Join(", ", values.Select(v => v.ParameterName))})";
                for (var n = 0; n < offers; n++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    var (one, other) = (made[dice.Next(made.Count)], made[dice.Next(made.Count)]);
                    var company = other.Offer.Plan.Company;
                    var content = new OfferSnapshot(
                        IdOf(n), 1, one.Offer.Wording.Title, $"{one.Halves.First} {other.Halves.Second} Réf. {n:x}", one.Offer.Plan.IsApprenticeship ? OfferKind.Apprenticeship : OfferKind.Internship,
                        one.Offer.Level is { Length: > 0 } level ? level : null, new Guid((company.Siret.GetHashCode(StringComparison.Ordinal) & 0xffff) + 1, 1, 0, new byte[8]), company.Name, other.Offer.City,
                        Today.AddDays(dice.Next(300)), one.Offer.Plan.Weeks, one.Offer.ContactName, one.Offer.ContactEmail, now.AddMinutes(-dice.Next(MostOpenDays * 24 * 60)))
                    {
                        Terms = new OfferTerms
                        {
                            Pay = one.Terms.Pay, PayUnit = one.Terms.PayUnit == "month" ? PayUnit.Month : PayUnit.Hour, Remote = Enum.TryParse<RemoteWork>(one.Terms.Remote, ignoreCase: true, out var remote) ? remote : null,
                        },
                    };
                    object[] row =
                    [
                        IdOf(n), 1, true, JsonSerializer.Serialize(content), Domains.All[dice.Next(Domains.All.Count)], JsonSerializer.Serialize(one.Skills.Concat(other.Skills).DistinctBy(s => s.Id).Take(12)), 1, now,
                    ];
                    for (var c = 0; c < row.Length; c++) values[c].Value = row[c];
                    await insert.ExecuteNonQueryAsync(cancellation);
                }
            },
            cancellation);
    }

    private static (string First, string Second) Cut(string text)
    {
        var middle = text.IndexOf(". ", text.Length / 2, StringComparison.Ordinal) is >= 0 and var end ? end + 1 : text.Length;
        return (text[..middle], text[middle..]);
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static double Size(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) / 1e6;

    private static void Say(string what, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-52}{value,10:0.0}"));
}
