using Hangfire;
using Hangfire.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using MySqlConnector;
using SmartRecruiting.Contracts;
using SmartRecruiting.Host;
using SmartRecruiting.Host.Mail;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Jobs;
using SmartRecruiting.Kernel.Outbox;

namespace SmartRecruiting.Testing;

/// <summary>
/// The whole product on a database of its own, with a clock to set and a mailbox to read. Events and mails move when
/// <see cref="SettleAsync"/> says so; everything else is as in production.
/// </summary>
public sealed class TestHost : IAsyncDisposable
{
    public const string Password = "une phrase longue pour les essais";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> MariaDbTemplate = new(MigrateMariaDbTemplateAsync);

    // Hangfire keeps what it first meets for the whole process; met by a host, it would be that host's log, which ends with its test.
    private static readonly JobFilterCollection JobFilters = GlobalJobFilters.Filters;

    private readonly WebApplication app;
    private readonly string folder;
    private readonly List<Visitor> visitors = [];

    private readonly string[] connection;
    private bool released;

    // A system gives a user 128 watchers of files at the most, and each host of a test would take some until it is collected.
    static TestHost() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");

    private TestHost(WebApplication app, string folder, string[] connection, TestClock clock) =>
        (this.app, this.folder, this.connection, Clock) = (app, folder, connection, clock);

    public TestClock Clock { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Urls.First());

    /// <summary>The data directory.</summary>
    public string Folder => folder;

    /// <summary>Starts the product on an empty, migrated database.</summary>
    /// <param name="database">Which one.</param>
    /// <param name="settings">More configuration, as "Section:Name=value".</param>
    public static async Task<TestHost> StartAsync(Database database = Database.Sqlite, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("smartrecruiting-").FullName;
        string[] connection;
        if (database is Database.Sqlite)
        {
            File.Copy(await SqliteTemplate.Value, Path.Combine(folder, "smartrecruiting.db"));
            connection = [];
        }
        else
        {
            var name = "t" + Guid.NewGuid().ToString("N");
            var server = await MariaDbServer.GetAsync();
            await server.CopyAsync(await MariaDbTemplate.Value, name);
            connection = ["--Database:Provider=MySql", $"--Database:ConnectionString={server.ConnectionString(name)}"];
        }
        var clock = new TestClock(Start);
        var app = Build(folder, clock, [.. connection, .. settings.Select(s => "--" + s)]);
        // Hangfire has one log for the process: a host that ends must not take it along from the others.
        app.Services.GetRequiredService<IGlobalConfiguration>().UseNoOpLogProvider();
        await app.StartAsync();
        return new TestHost(app, folder, connection, clock);
    }

    /// <summary>Somebody with a browser and no account.</summary>
    public Visitor Anonymous()
    {
        var visitor = new Visitor(Address);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>
    /// Somebody signed in through the login page; the account is made when it is missing. A director leads every university there is.
    /// </summary>
    public async Task<Visitor> AsAsync(string role, string? email = null)
    {
        email ??= $"{role.ToLowerInvariant()}@essais.example";
        var account = await AccountAsync(role, email);
        if (role == Roles.Director)
        {
            await WithAsync<IProgrammes>(async programmes =>
            {
                foreach (var university in (await programmes.ListAsync(null, int.MaxValue, CancellationToken.None)).Select(p => p.University).Distinct())
                {
                    await programmes.AttachDirectorAsync(account, "Camille Essai", email, university, CancellationToken.None);
                }
            });
        }
        return await SignInAsync(email);
    }

    /// <summary>Signs an existing account in through the login page.</summary>
    public async Task<Visitor> SignInAsync(string email)
    {
        var visitor = Anonymous();
        var login = await visitor.GetAsync("/account/login");
        var home = await visitor.SubmitAsync(login, "form[action*='login']", ("Input.Email", email), ("Input.Password", Password));
        if (home.Path.StartsWith("/account/login", StringComparison.Ordinal)) throw new InvalidOperationException("Sign-in failed: " + home.Text);
        return visitor;
    }

    /// <summary>The id of an account, made when it is missing.</summary>
    public async Task<Guid> AccountAsync(string role, string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<IAccounts>().EnsureAsync(email, "Camille Essai", role, Password, CancellationToken.None);
        return result.AccountId ?? throw new InvalidOperationException(string.Join(' ', result.Errors));
    }

    /// <summary>A recruiter of the company with this SIRET (see <see cref="ImportAsync"/> for "companies"), signed in.</summary>
    public async Task<Visitor> AsRecruiterAsync(string siret, string? email = null)
    {
        email ??= $"recruteur-{siret}@essais.example";
        var account = await AccountAsync(Roles.Recruiter, email);
        await using (var scope = Services.CreateAsyncScope())
        {
            var companies = scope.ServiceProvider.GetRequiredService<ICompanies>();
            var company = await companies.FindBySiretAsync(siret, CancellationToken.None) ?? throw new InvalidOperationException("No such company: " + siret);
            await companies.AttachRecruiterAsync(company.Id, account, "Camille Essai", email, CancellationToken.None);
        }
        return await SignInAsync(email);
    }

    /// <summary>A manager of a whole component (see <see cref="ImportAsync"/> for "programmes"), signed in.</summary>
    public async Task<Visitor> AsManagerAsync(string component, string? email = null)
    {
        email ??= $"gestion-{Guid.NewGuid():N}@essais.example";
        var account = await AccountAsync(Roles.Manager, email);
        await using (var scope = Services.CreateAsyncScope())
        {
            var programmes = scope.ServiceProvider.GetRequiredService<IProgrammes>();
            if (!await programmes.AttachManagerAsync(account, "Camille Essai", email, component, CancellationToken.None))
            {
                throw new InvalidOperationException("No such component: " + component);
            }
        }
        return await SignInAsync(email);
    }

    /// <summary>Imports a CSV text, as the command line does, and lets its events arrive.</summary>
    public async Task<ImportReport> ImportAsync(string kind, string csv)
    {
        ImportReport report;
        await using (var scope = Services.CreateAsyncScope())
        {
            var import = scope.ServiceProvider.GetServices<IImport>().Single(i => i.Kind == kind);
            report = await import.ImportAsync(new StringReader(csv), CancellationToken.None);
        }
        await SettleAsync();
        return report;
    }

    /// <summary>Trains the model on what is there and lets its events arrive.</summary>
    public async Task TrainAsync()
    {
        await WithAsync<ITraining>(training => training.TrainAsync(null, CancellationToken.None));
        await SettleAsync();
    }

    /// <summary>Brings every event to its handlers and every mail out, and what they cause, until nothing is due.</summary>
    public async Task SettleAsync()
    {
        var relay = Services.GetRequiredService<OutboxRelay>();
        var mail = Services.GetRequiredService<MailWorker>();
        while (await relay.DrainAsync(CancellationToken.None) + await mail.DrainAsync(CancellationToken.None) > 0) { }
    }

    /// <summary>The events of this kind that reached their handlers so far; see <see cref="Listener"/> for the kinds.</summary>
    public async Task<IReadOnlyList<TEvent>> HeardAsync<TEvent>() where TEvent : IntegrationEvent
    {
        await SettleAsync();
        return Services.GetRequiredService<Heard>().Of<TEvent>();
    }

    /// <summary>Runs a recurring job now, by its id.</summary>
    public async Task RunJobAsync(string id)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<RecurringRegistration>().Single(j => j.Id == id).Run(scope.ServiceProvider);
    }

    /// <summary>Works with one service in a scope of its own.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Works with one service in a scope of its own.</summary>
    public Task WithAsync<TService>(Func<TService, Task> work) where TService : notnull =>
        WithAsync<TService, bool>(async service =>
        {
            await work(service);
            return true;
        });

    /// <summary>The mails that left, oldest first; all of them are files here.</summary>
    public IReadOnlyList<MimeMessage> Mails() =>
        [.. Directory.EnumerateFiles(Services.GetRequiredService<MailTransport>().Folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))];

    /// <summary>Stops, and hands the data to the program as a process of its own.</summary>
    public async Task<RunningHost> ReleaseAsync(params (string Name, string Value)[] settings)
    {
        released = true;
        await DisposeAsync();
        return RunningHost.Over(folder, [.. connection.Select(Setting), .. settings]);

        static (string, string) Setting(string argument)
        {
            var parts = argument.TrimStart('-').Split('=', 2);
            return (parts[0].Replace(":", "__", StringComparison.Ordinal), parts[1]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors) visitor.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        // Fifty at once leave fifty connections, which the server would hold for whoever comes next to this database: nobody.
        if (connection.Length > 0) await MySqlConnection.ClearAllPoolsAsync();
        if (!released) Directory.Delete(folder, recursive: true);
    }

    private static WebApplication Build(string folder, TimeProvider clock, string[] settings) => Application.Build(
        [
            "--urls", "http://127.0.0.1:0", "--webroot", Path.Combine(SourceTree.Root!, "src", "Host", "wwwroot"), $"--Data:Directory={folder}",
            "--Outbox:Background=false", "--Mail:Background=false", "--Jobs:Background=false", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:SmartRecruiting=Error",
            // Each watched file takes one of the few watchers that the system gives a user.
            "--hostBuilder:reloadConfigOnChange=false",
            .. settings,
        ],
        services => services.AddSingleton(clock).AddSingleton<Heard>().AddHandler<MatchJudged, Listener>().AddHandler<JudgementWithdrawn, Listener>()
            .AddHandler<AccountRequested, Listener>().AddHandler<AccountVouched, Listener>().AddHandler<AccountApproved, Listener>()
            .AddHandler<AccountClosed, Listener>().AddHandler<CompanyDecided, Listener>().AddHandler<OfferReported, Listener>().AddHandler<SearchMade, Listener>());

    private static async Task<string> MigrateSqliteTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("smartrecruiting-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await MigrateAsync(folder);
        SqliteConnection.ClearAllPools();
        return Path.Combine(folder, "smartrecruiting.db");
    }

    private static async Task<string> MigrateMariaDbTemplateAsync()
    {
        const string Name = "template";
        var server = await MariaDbServer.GetAsync();
        await server.ExecuteAsync($"CREATE DATABASE `{Name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        var folder = Directory.CreateTempSubdirectory("smartrecruiting-template-").FullName;
        await MigrateAsync(folder, "--Database:Provider=MySql", $"--Database:ConnectionString={server.ConnectionString(Name)}");
        Directory.Delete(folder, recursive: true);
        return Name;
    }

    private static async Task MigrateAsync(string folder, params string[] settings)
    {
        await using var app = Build(folder, TimeProvider.System, settings);
        await app.Services.GetRequiredService<Migrations>().ApplyAsync(CancellationToken.None);
    }
}
