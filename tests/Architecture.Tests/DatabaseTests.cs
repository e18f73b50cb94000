using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Architecture.Tests;

public sealed class DatabaseTests
{
    public static TheoryData<string> Keepers => [.. House.Keepers];

    [Theory, MemberData(nameof(Keepers))]
    public void A_project_has_one_context_for_each_database(string project)
    {
        Assert.Equal([$"{project}Db", $"{project}MySqlDb"], House.Contexts(project).Select(c => c.Name));
    }

    [Theory, MemberData(nameof(Keepers))]
    public void Every_table_carries_the_name_of_its_module_and_no_key_crosses_modules(string project)
    {
        foreach (var context in House.Contexts(project))
        {
            using var db = House.Open(context);
            Assert.Equal(project.ToLowerInvariant(), ((ModuleDb)db).Prefix);
            Assert.Empty(Strays(TablesOf(db), ((ModuleDb)db).Prefix));
        }
    }

    [Theory, MemberData(nameof(Keepers))]
    public void The_migrations_make_exactly_the_model_on_both_databases(string project)
    {
        foreach (var context in House.Contexts(project))
        {
            using var db = House.Open(context);
            Assert.False(db.Database.HasPendingModelChanges(), $"{context.Name}: ./dev migrate {project} <Name>");
        }
    }

    [Fact]
    public void Control_a_table_without_prefix_and_a_key_into_another_module_would_be_reported()
    {
        foreach (var context in new[] { typeof(CrossingDb), typeof(CrossingMySqlDb) })
        {
            using var db = House.Open(context);
            Assert.Equal(
                ["offers does not begin with recruiting_", "recruiting_sent → schooling_programmes", "schooling_programmes does not begin with recruiting_"],
                Strays(TablesOf(db), "recruiting"));
        }
    }

    [Fact]
    public void Control_a_column_that_no_migration_makes_would_be_reported()
    {
        using var forgetful = House.Open(typeof(ForgetfulDb));
        Assert.True(forgetful.Database.HasPendingModelChanges());
        using var careful = House.Open(typeof(CarefulDb));
        Assert.False(careful.Database.HasPendingModelChanges());
        using var forgetfulToo = House.Open(typeof(ForgetfulMySqlDb));
        Assert.True(forgetfulToo.Database.HasPendingModelChanges());
    }

    private static IRelationalModel TablesOf(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    private static IReadOnlyList<string> Strays(IRelationalModel model, string prefix)
    {
        var foreign = model.Tables.Where(t => !Belongs(t)).Select(t => $"{t.Name} does not begin with {prefix}_");
        var crossing = model.Tables.SelectMany(t => t.ForeignKeyConstraints)
            .Where(k => Belongs(k.Table) != Belongs(k.PrincipalTable)).Select(k => $"{k.Table.Name} → {k.PrincipalTable.Name}");
        return [.. foreign.Concat(crossing).Order(StringComparer.Ordinal)];

        bool Belongs(ITable table) => table.Name.StartsWith(prefix + "_", StringComparison.Ordinal);
    }

    private class CrossingDb : DbContext
    {
        public CrossingDb(DbContextOptions<CrossingDb> options) : this((DbContextOptions)options) { }

        protected CrossingDb(DbContextOptions options) : base(options) { }

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity("Offer").ToTable("offers").Property<Guid>("Id");
            modelBuilder.Entity("Programme").ToTable("schooling_programmes").Property<Guid>("Id");
            modelBuilder.Entity("Sent", sent =>
            {
                sent.ToTable("recruiting_sent").Property<Guid>("Id");
                sent.HasOne("Programme").WithMany();
            });
        }
    }

    private sealed class CrossingMySqlDb(DbContextOptions<CrossingMySqlDb> options) : CrossingDb(options);

    private sealed class CarefulDb(DbContextOptions<CarefulDb> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => Snapshot.Describe(modelBuilder);
    }

    private sealed class ForgetfulDb(DbContextOptions<ForgetfulDb> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            Snapshot.Describe(modelBuilder);
            modelBuilder.Entity("Note").Property<string>("Forgotten");
        }
    }

    private sealed class ForgetfulMySqlDb(DbContextOptions<ForgetfulMySqlDb> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            Snapshot.Describe(modelBuilder);
            modelBuilder.Entity("Note").Property<string>("Forgotten");
        }
    }

    // What dotnet-ef would have written down when the last migration was made.
    private abstract class Snapshot : ModelSnapshot
    {
        public static void Describe(ModelBuilder modelBuilder) => modelBuilder.Entity("Note", note =>
        {
            note.ToTable("notes").Property<int>("Id").ValueGeneratedNever();
            note.HasKey("Id");
        });

        protected override void BuildModel(ModelBuilder modelBuilder) => Describe(modelBuilder);
    }

    [DbContext(typeof(CarefulDb))]
    private sealed class CarefulSnapshot : Snapshot;

    [DbContext(typeof(ForgetfulDb))]
    private sealed class ForgetfulSnapshot : Snapshot;

    [DbContext(typeof(ForgetfulMySqlDb))]
    private sealed class ForgetfulMySqlSnapshot : Snapshot;
}
