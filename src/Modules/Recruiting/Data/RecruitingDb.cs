using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Recruiting.Data;

internal class RecruitingDb : ModuleDb
{
    public RecruitingDb(DbContextOptions<RecruitingDb> options) : this((DbContextOptions)options) { }

    protected RecruitingDb(DbContextOptions options) : base(options, "recruiting") { }

    protected override void Describe(ModelBuilder model)
    {
    }
}

/// <summary>The same model on MariaDB, with migrations of its own.</summary>
internal sealed class RecruitingMySqlDb(DbContextOptions<RecruitingMySqlDb> options) : RecruitingDb(options);
