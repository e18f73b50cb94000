using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Outbox;

namespace SmartRecruiting.Kernel.Tests;

/// <summary>The kernel and one small module on a database of their own, with a clock to set.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly ServiceProvider services;
    private readonly string folder;

    private Ground(ServiceProvider services, string folder, TestClock clock) => (this.services, this.folder, Clock) = (services, folder, clock);

    public TestClock Clock { get; }

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public Ledger Ledger => services.GetRequiredService<Ledger>();

    public OutboxRelay Relay => services.GetRequiredService<OutboxRelay>();

    public static async Task<Ground> StartAsync(Database database, bool background = false)
    {
        var folder = Directory.CreateTempSubdirectory("smartrecruiting-kernel-").FullName;
        var settings = new Dictionary<string, string?> { ["Data:Directory"] = folder, ["Outbox:Background"] = background.ToString() };
        if (database is Database.MariaDb)
        {
            var server = await MariaDbServer.GetAsync();
            var name = "k" + Guid.NewGuid().ToString("N");
            await server.ExecuteAsync($"CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            settings["Database:Provider"] = nameof(DatabaseProvider.MySql);
            settings["Database:ConnectionString"] = server.ConnectionString(name);
        }
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var clock = new TestClock(Start);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(clock);
        services.AddLogging();
        services.AddKernel(configuration);
        services.AddModuleDb<NotesDb, NotesMySqlDb>(configuration, "notes");
        services.AddSingleton<Ledger>();
        services.AddHandler<NoteWritten, FirstHandler>();
        services.AddHandler<NoteWritten, SecondHandler>();
        var ground = new Ground(services.BuildServiceProvider(validateScopes: true), folder, clock);
        await ground.WithAsync(db => db.Database.EnsureCreatedAsync());
        return ground;
    }

    /// <summary>Works with a context of its own, as a request does.</summary>
    public async Task<T> WithAsync<T>(Func<NotesDb, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<NotesDb>());
    }

    /// <summary>Works with a context of its own, as a request does.</summary>
    public Task WithAsync(Func<NotesDb, Task> work) => WithAsync(async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>Writes notes in one save.</summary>
    public Task AddAsync(params Note[] notes) => WithAsync(db =>
    {
        db.AddRange(notes);
        return db.SaveChangesAsync(CancellationToken.None);
    });

    /// <summary>Writes notes in one save that tells of each.</summary>
    public Task TellAsync(params string[] codes) => WithAsync(db =>
    {
        foreach (var code in codes)
        {
            db.Add(new Note { Code = code });
            db.Publish(new NoteWritten(code));
        }
        return db.SaveChangesAsync(CancellationToken.None);
    });

    /// <summary>Delivers what is due; how many were handed over.</summary>
    public Task<int> DrainAsync() => Relay.DrainAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
