using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SmartRecruiting.Kernel.Outbox;

namespace SmartRecruiting.Kernel.Data;

/// <summary>
/// The context of one module: its tables carry the module's name, enums are text, times are UTC, what is searched has a folded
/// column, and events leave in the same commit as the rows that caused them.
/// </summary>
public abstract class ModuleDb(DbContextOptions options, string prefix) : DbContext(options)
{
    private readonly List<IntegrationEvent> pending = [];

    /// <summary>The module's name in lower case: what its tables begin with.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>Events on their way to their handlers, one row for each.</summary>
    internal DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>Tells the other modules, with the next save: both commit, or neither.</summary>
    public void Publish(IntegrationEvent happened) => pending.Add(happened);

    /// <summary>Runs several saves and updates as one: all commit, or none.</summary>
    public async Task InTransactionAsync(Func<Task> work, CancellationToken cancellation)
    {
        await using var turn = await this.GetService<WriterGate>().EnterAsync(this, cancellation);
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        await work();
        await transaction.CommitAsync(cancellation);
        this.GetService<OutboxSignal>().Wake();
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        SearchColumns.Fill(ChangeTracker);
        var published = pending.Count > 0;
        if (published)
        {
            Outbox.AddRange(this.GetService<Handlers>().RowsFor(pending, this.GetService<TimeProvider>().GetUtcNow().UtcDateTime));
            pending.Clear();
        }
        int written;
        await using (await this.GetService<WriterGate>().EnterAsync(this, cancellationToken))
        {
            written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        if (published) this.GetService<OutboxSignal>().Wake();
        return written;
    }

    /// <summary>Not for use: writes wait for their turn, and waiting must not hold a thread.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Use SaveChangesAsync.");

    /// <inheritdoc/>
    public override void Dispose()
    {
        Forget();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Forget();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // What EF compares must compare the same on both databases: by code point, as SQLite does.
        if (Database.IsMySql()) modelBuilder.UseCollation("utf8mb4_bin").HasCharSet("utf8mb4");
        OutboxRow.Describe(modelBuilder.Entity<OutboxRow>().ToTable("outbox"));
        Describe(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.GetTableName() is not null))
        {
            entity.SetTableName($"{Prefix}_{entity.GetTableName()!.ToLowerInvariant()}");
        }
    }

    /// <summary>The module's own entities.</summary>
    protected abstract void Describe(ModelBuilder model);

    // A context goes back to a pool: what nobody saved must not leave with the next request.
    private void Forget() => pending.Clear();

    // Both providers hand times back without a kind, and a time without a kind is UTC here: the server's zone never counts.
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        given => given.Kind == DateTimeKind.Local ? given.ToUniversalTime() : DateTime.SpecifyKind(given, DateTimeKind.Utc),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
