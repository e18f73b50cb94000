using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Matching.Data;

internal class MatchingDb : ModuleDb
{
    public MatchingDb(DbContextOptions<MatchingDb> options) : this((DbContextOptions)options) { }

    protected MatchingDb(DbContextOptions options) : base(options, "matching") { }

    protected override void Describe(ModelBuilder model)
    {
    }
}

/// <summary>The same model on MariaDB, with migrations of its own.</summary>
internal sealed class MatchingMySqlDb(DbContextOptions<MatchingMySqlDb> options) : MatchingDb(options);
