using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Contracts;
using SmartRecruiting.Host;
using SmartRecruiting.Host.Sample;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Statistics;
using SmartRecruiting.Testing;
using Programme = SmartRecruiting.Schooling.Catalogue.Programme;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// The product on a database of its own with the sample's catalogue and so many facts of offers, drawn by seed over sixty months:
/// companies, skills and programmes with the shares of a market, where a few have much and most have little.
/// </summary>
internal sealed class StatisticsMarket : IAsyncDisposable
{
    private const int Months = 60;
    private const int SkillsAtMost = 16, SkillsOfDomain = 250;
    private const int IdsKept = 2000;
    private const string Password = "une phrase longue pour mesurer";

    // The last day but one of a university year: nearly all of it is compared with the same days of the year before.
    private static readonly DateTimeOffset Now = new(2026, 8, 30, 9, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;
    private readonly string folder;

    private StatisticsMarket(WebApplication app, string folder, int offers) => (this.app, this.folder, Offers) = (app, folder, offers);

    public int Offers { get; }

    /// <summary>Some of the offers, over all days.</summary>
    public List<Guid> Ids { get; } = [];

    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    public IReadOnlyList<SkillFound> Skills { get; private set; } = [];

    /// <summary>A director, signed in.</summary>
    public Visitor Director { get; private set; } = null!;

    public static async Task<StatisticsMarket> OpenAsync(int offers, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        var app = Application.Build(
            [
                "--urls", "http://127.0.0.1:0", "--webroot", Path.Combine(SourceTree.Root!, "src", "Host", "wwwroot"), $"--Data:Directory={folder}",
                "--Outbox:Background=false", "--Mail:Background=false", "--Jobs:Background=false", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:SmartRecruiting=Error",
            ],
            services => services.AddSingleton<TimeProvider>(new TestClock(Now)));
        await app.Services.GetRequiredService<Migrations>().ApplyAsync(cancellation);
        await app.StartAsync(cancellation);
        var market = new StatisticsMarket(app, folder, offers);
        await market.FillAsync(cancellation);
        return market;
    }

    /// <summary>Does something with services of the product.</summary>
    public async Task<T> WithAsync<TWith, T>(Func<TWith, Task<T>> work)
        where TWith : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TWith>());
    }

    public async ValueTask DisposeAsync()
    {
        Director.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var services = scope.ServiceProvider;
            using var catalogue = File.OpenText(Path.Combine(SampleUniversity.DefaultFolder!, "programmes.csv"));
            await services.GetServices<IImport>().Single(i => i.Kind == "programmes").ImportAsync(catalogue, cancellation);
            await services.GetRequiredService<OutboxRelay>().DrainAsync(cancellation);
            var director = await services.GetRequiredService<IAccounts>().EnsureAsync("direction@mesures.example", "Camille Mesure", Roles.Director, Password, cancellation);
            var programmes = services.GetRequiredService<IProgrammes>();
            foreach (var university in (await programmes.ListAsync(null, int.MaxValue, cancellation)).Select(p => p.University).Distinct())
            {
                await programmes.AttachDirectorAsync(director.AccountId!.Value, "Camille Mesure", "direction@mesures.example", university, cancellation);
            }
            var db = services.GetRequiredService<SchoolingDb>();
            Programmes = await db.Programmes.AsNoTracking().Include(p => p.Component).OrderBy(p => p.Code).ToListAsync(cancellation);
            Skills = [.. SkillLexicon.Load().Entries.Where(s => !s.IsGeneral).Select(s => new SkillFound(s.Id, s.French, s.English))];
            await WriteAsync(db, cancellation);
        }
        Director = new Visitor(new Uri(app.Urls.First()));
        var login = await Director.GetAsync("/account/login");
        await Director.SubmitAsync(login, "form[action*='login']", ("Input.Email", "direction@mesures.example"), ("Input.Password", Password));
    }

    private async Task WriteAsync(SchoolingDb db, CancellationToken cancellation)
    {
        var dice = new Random(1);
        // Three hundred at 16,000 offers, three thousand at a hundred times as many.
        var companies = Enumerable.Range(0, (int)(300 * Math.Sqrt(Offers / 16_000.0))).Select(n => (Id: new Guid(n, 1, 0, new byte[8]), Name: $"Entreprise {n:0000}")).ToList();
        var ofDomain = Domains.All.ToDictionary(d => d, _ => Enumerable.Range(0, SkillsOfDomain).Select(_ => Skills[dice.Next(Skills.Count)].Id).ToArray());
        var (skillShares, companyShares) = (Shares(SkillsOfDomain, 0.8), Shares(companies.Count, 0.8));
        var byDomain = Programmes.ToLookup(p => p.Domain ?? Domains.Other);
        var first = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(1).AddMonths(-Months);
        var days = DateOnly.FromDateTime(Now.UtcDateTime).DayNumber - first.DayNumber + 1;
        db.AddRange(companies.Select(c => new KnownName { Key = c.Id.ToString(), French = c.Name, English = c.Name }));
        db.AddRange(Skills.Select(s => new KnownName { Key = s.Id, French = s.French, English = s.English }));
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();

        await db.InTransactionAsync(
            async () =>
            {
                await using var insert = db.Database.GetDbConnection().CreateCommand();
                insert.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!);
                string[] columns =
                [
                    "Id", "Day", "Title", "CompanyId", "Company", "State", "Domain", "Skills", "ProgrammeId", "ComponentId", "UniversityId", "Best", "YearOfStudy",
                    "Revision", "TaggedRevision", "IsPending",
                ];
                DbParameter[] values = [.. columns.Select(c => Parameter(insert, "@" + c))];
                insert.CommandText = $"INSERT INTO schooling_offerfacts ({string.Join(", ", columns)}) VALUES ({string.Join(", ", values.Select(v => v.ParameterName))})";
                for (var n = 0; n < Offers; n++)
                {
                    var day = first.AddDays((int)((long)n * days / Offers));
                    // A company mostly seeks people of its own domain.
                    var place = Draw(dice, companyShares);
                    var (company, domain) = (companies[place], Domains.All[dice.Next(5) == 0 ? dice.Next(Domains.All.Count) : place % Domains.All.Count]);
                    var fitting = dice.Next(10) == 0 ? [] : byDomain[domain].ToArray();
                    var programme = fitting.Length == 0 ? null : fitting[Draw(dice, Shares(fitting.Length, 0.5))];
                    var skills = Enumerable.Range(0, dice.Next(SkillsAtMost + 1)).Select(_ => ofDomain[domain][Draw(dice, skillShares)]).Distinct().ToList();
                    var id = Guid.CreateVersion7(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
                    if (n % Math.Max(1, Offers / IdsKept) == 0) Ids.Add(id);
                    var state = dice.Next(10) switch { < 4 => FactState.Filled, < 8 => FactState.Expired, 8 => FactState.Withdrawn, _ => FactState.Open };
                    var best = programme is null ? Strength.None : dice.Next(4) switch { 0 => Strength.Weak, 1 => Strength.Strong, _ => Strength.Good };
                    object?[] row =
                    [
                        id, day, $"Offre {n}", company.Id, company.Name, state.ToString(), domain, skills.Count == 0 ? "" : $";{string.Join(';', skills)};", programme?.Id,
                        programme?.ComponentId, programme?.Component.UniversityId, best.ToString(), dice.Next(3) == 0 ? null : dice.Next(2, 6), 1, 1, false,
                    ];
                    for (var c = 0; c < row.Length; c++) values[c].Value = row[c] ?? DBNull.Value;
                    await insert.ExecuteNonQueryAsync(cancellation);
                }
            },
            cancellation);
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    // Zipf: the share of rank r falls as r to the power given; summed up, for drawing.
    private static double[] Shares(int count, double power)
    {
        var shares = new double[count];
        for (var (i, sum) = (0, 0.0); i < count; i++) shares[i] = sum += Math.Pow(i + 1, -power);
        return shares;
    }

    private static int Draw(Random dice, double[] shares)
    {
        var found = Array.BinarySearch(shares, dice.NextDouble() * shares[^1]);
        return Math.Min(found < 0 ? ~found : found, shares.Length - 1);
    }
}
