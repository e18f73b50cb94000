using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Admin.Data;

internal class AdminDb : ModuleDb
{
    public AdminDb(DbContextOptions<AdminDb> options) : this((DbContextOptions)options) { }

    protected AdminDb(DbContextOptions options) : base(options, "admin") { }

    protected override void Describe(ModelBuilder model)
    {
    }
}

/// <summary>The same model on MariaDB, with migrations of its own.</summary>
internal sealed class AdminMySqlDb(DbContextOptions<AdminMySqlDb> options) : AdminDb(options);
