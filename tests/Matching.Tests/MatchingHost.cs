using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Search;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Tests;

/// <summary>The product with the small university in it, and what the tests do with it again and again.</summary>
internal static class MatchingHost
{
    private static readonly DateTime Day = new(2026, 2, 20, 8, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TestHost> StartAsync(Database database, params string[] settings)
    {
        var host = await TestHost.StartAsync(database, settings);
        Assert.Empty((await host.ImportAsync("programmes", SmallUniversity.Csv)).Errors);
        return host;
    }

    /// <summary>An offer as the event of another module carries it.</summary>
    public static OfferSnapshot Offer(
        string title, string text, OfferKind kind = OfferKind.Internship, string? level = "Bac+5", string? city = "Grenoble", int revision = 1, int day = 0) =>
        new(Guid.CreateVersion7(), revision, title, text, kind, level, Guid.CreateVersion7(), "Entreprise d’essai", city, null, null, null, null, Day.AddDays(day));

    /// <summary>Publishes, and lets everybody act on it; fails when somebody could not.</summary>
    public static async Task PublishAsync(this TestHost host, params IntegrationEvent[] happened)
    {
        foreach (var one in happened)
        {
            await host.WithAsync<MatchingDb>(async db =>
            {
                db.Publish(one);
                await db.SaveChangesAsync(Cancellation);
            });
            await host.SettleAsync();
        }
        Assert.Equal(0, await host.ReadAsync(db => db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM matching_outbox WHERE DoneAt IS NULL").SingleAsync(Cancellation)));
    }

    public static Task<T> ReadAsync<T>(this TestHost host, Func<MatchingDb, Task<T>> read) => host.WithAsync(read);

    public static Task<Ranking> RankAsync(this TestHost host, string text, int top = 5, params string[] levels) =>
        host.WithAsync<IProgrammeRanking, Ranking>(ranking => ranking.RankAsync(new RankingQuery(text, top) { Levels = levels }, Cancellation));

    public static async Task<List<string>> CodesAsync(this TestHost host, string text, int top = 5) =>
        [.. (await host.RankAsync(text, top)).Programmes.Select(p => p.Code)];

    public static Task<OfferHits> SearchAsync(
        this TestHost host, string? text, OfferKind? kind = null, string? level = null, string? domain = null, string? city = null, int skip = 0, int take = 100) =>
        host.WithAsync<IOfferSearch, OfferHits>(search => search.SearchAsync(new OfferQuery(text, kind, level, domain, city, skip, take), Cancellation));

    public static async Task<List<string>> TitlesAsync(this TestHost host, string? text) => [.. (await host.SearchAsync(text)).Offers.Select(o => o.Offer.Title)];

    public static Task<OfferHit?> FindAsync(this TestHost host, Guid id) => host.WithAsync<IOfferSearch, OfferHit?>(search => search.FindAsync(id, Cancellation));

    /// <summary>What the module told the others about offers, in no order.</summary>
    public static async Task<List<OfferTags>> TagsAsync(this TestHost host) => [.. (await host.TagEventsAsync()).SelectMany(t => t.Offers)];

    /// <summary>The same as it was told: many at once or one by one.</summary>
    public static async Task<List<OffersTagged>> TagEventsAsync(this TestHost host) =>
    [
        .. (await host.ReadAsync(db => db.Database.SqlQueryRaw<string>("SELECT Payload AS Value FROM matching_outbox WHERE Event = 'OffersTagged'").ToListAsync(Cancellation)))
            .Select(json => JsonSerializer.Deserialize<OffersTagged>(json)!).DistinctBy(t => t.EventId),
    ];

    public static Task<List<ModelRow>> ModelsAsync(this TestHost host) => host.ReadAsync(db => db.Models.AsNoTracking().OrderBy(m => m.Version).ToListAsync(Cancellation));

    public static Task<List<Promotion>> PromotionsAsync(this TestHost host) => host.ReadAsync(db => db.Promotions.AsNoTracking().OrderBy(p => p.Number).ToListAsync(Cancellation));

    public static Task<List<TrainingRun>> RunsAsync(this TestHost host) => host.ReadAsync(db => db.Runs.AsNoTracking().OrderBy(r => r.RequestedAt).ToListAsync(Cancellation));

    /// <summary>A version as another host leaves it, serving or not.</summary>
    public static Task HasModelAsync(this TestHost host, int version, byte[] content, bool serves) => host.WithAsync<MatchingDb>(async db =>
    {
        var at = host.Clock.GetUtcNow().UtcDateTime;
        db.Add(new ModelRow { Version = version, TrainedAt = at, Programmes = 12, Texts = 60, Labels = 60, Finding = Finding.First, Bytes = content.Length, Seconds = 1, CpuSeconds = 1, Facts = "{}" });
        await db.WriteModelAsync(version, ModelUse.Serving, content, Cancellation);
        if (serves) db.Add(new Promotion { Number = version, Version = version, At = at });
        await db.SaveChangesAsync(Cancellation);
    });

    /// <summary>The bytes of a version.</summary>
    public static Task<byte[]?> BytesAsync(this TestHost host, int version, ModelUse use = ModelUse.Serving) => host.ReadAsync(db => db.ReadModelAsync(version, use, Cancellation));

    /// <summary>Offers of the past made of those of the small university, over and over, for their programme or for one so many further on.</summary>
    public static OffersImported History(int offers, bool heldOut, int shift = 0)
    {
        string[] codes = [.. SmallUniversity.Labelled.Select(l => l.Labels[0]).Distinct()];
        return new(
        [
            .. from i in Enumerable.Range(0, offers)
               let example = SmallUniversity.Labelled[i % SmallUniversity.Labelled.Count]
               let code = codes[(Array.IndexOf(codes, example.Labels[0]) + shift) % codes.Length]
               select new ImportedOffer(Offer($"Offre {i}", example.Text) with { OfferId = Id(heldOut) }, false, [code], CloseReason.Expired),
        ]);
    }

    /// <summary>An id on the wanted side of the split.</summary>
    public static Guid Id(bool heldOut)
    {
        while (true)
        {
            var id = Guid.CreateVersion7();
            if (Split.IsHeldOut(id) == heldOut) return id;
        }
    }

    public static Task<List<Label>> LabelsAsync(this TestHost host) => host.ReadAsync(db => db.Labels.AsNoTracking().ToListAsync(Cancellation));

    /// <summary>The offers of the past of the small university, closed, each with its programme; the first so many.</summary>
    public static OffersImported History(int offers = int.MaxValue) => new(
        [.. SmallUniversity.Labelled.Take(offers).Select((l, i) => new ImportedOffer(Offer($"Offre {i}", l.Text) with { OfferId = Numbered(i) }, false, l.Labels, CloseReason.Expired))]);

    // The split goes by id: with another one each run, each run would train another model.
    private static Guid Numbered(int number) => new(number + 1, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>The search index as another process, or the next one, opens it.</summary>
    public static OfferIndex OpenOffers(this TestHost host) => ActivatorUtilities.CreateInstance<OfferIndex>(host.Services);

    /// <summary>What the module logs from now on.</summary>
    public static List<string> Listen(this TestHost host)
    {
        var lines = new List<string>();
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(new Listener(lines));
        return lines;
    }

    /// <summary>Runs a command of the program.</summary>
    public static async Task<(int Exit, string Output, string Errors)> CommandAsync(this TestHost host, string name, params string[] arguments)
    {
        await using var scope = host.Services.CreateAsyncScope();
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await scope.ServiceProvider.GetServices<ICommand>().Single(c => c.Name == name).RunAsync(arguments, output, errors, Cancellation);
        return (exit, output.ToString(), errors.ToString());
    }

    public static Task<Guid> ProgrammeIdAsync(this TestHost host, string code) =>
        host.WithAsync<IProgrammes, Guid>(async programmes => (await programmes.FindByCodeAsync([code], Cancellation)).Single().Id);

    private sealed class Listener(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose() { }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines) lines.Add(formatter(state, exception));
        }
    }
}
