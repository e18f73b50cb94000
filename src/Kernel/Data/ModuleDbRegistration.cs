using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SmartRecruiting.Kernel.Data;

/// <summary>A module's context, as the relay and the migrations find it.</summary>
public sealed record ModuleDbRegistration(Type Context, string Prefix);

/// <summary>Registers module contexts.</summary>
public static class ModuleDbRegistrationExtensions
{
    // The oldest server that is tested; asking the server at start would make the start depend on it.
    private static readonly ServerVersion OldestServer = new MariaDbServerVersion(new Version(10, 11));

    private static readonly ConnectionSettings Sqlite = new(DatabaseProvider.Sqlite);
    private static readonly ConnectionSettings MySql = new(DatabaseProvider.MySql);

    /// <summary>Registers a module's context on the configured database, with its outbox and its migrations.</summary>
    public static IServiceCollection AddModuleDb<TDb, TMySqlDb>(this IServiceCollection services, IConfiguration configuration, string prefix)
        where TDb : ModuleDb
        where TMySqlDb : TDb
    {
        // Pooled: making a context and its inner services anew costs a request more than its query does.
        services.AddDbContextPool<TDb>(
            (provider, options) => options
                .UseSqlite(SqliteConnectionString(provider), o => o.MigrationsHistoryTable($"{prefix}_migrations"))
                .AddInterceptors(Sqlite, new WriterGate.Interceptor(provider.GetRequiredService<WriterGate>())));
        services.AddDbContextPool<TMySqlDb>(
            (provider, options) => options
                .UseMySql(MySqlConnectionString(provider), OldestServer, o => o.MigrationsHistoryTable($"{prefix}_migrations"))
                .AddInterceptors(MySql));
        services.AddSingleton(new ModuleDbRegistration(typeof(TDb), prefix));
        if (configuration.GetValue<DatabaseProvider>("Database:Provider") is DatabaseProvider.MySql)
        {
            services.AddScoped<TDb>(provider => provider.GetRequiredService<TMySqlDb>());
        }
        return services;
    }

    // Empty where migrations are written: no server is asked then, but the provider wants a name.
    private static string MySqlConnectionString(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<DatabaseOptions>>().Value is { Provider: DatabaseProvider.MySql, ConnectionString: var set } ? set : "Server=localhost";

    private static string SqliteConnectionString(IServiceProvider provider)
    {
        var set = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (set is { Provider: DatabaseProvider.Sqlite, ConnectionString.Length: > 0 }) return set.ConnectionString;
        return new SqliteConnectionStringBuilder
        {
            DataSource = provider.GetRequiredService<DataDirectory>().File("smartrecruiting.db"),
            Pooling = true,
        }.ToString();
    }
}
