using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Schooling.Data;

internal class SchoolingDb : ModuleDb
{
    public SchoolingDb(DbContextOptions<SchoolingDb> options) : this((DbContextOptions)options) { }

    protected SchoolingDb(DbContextOptions options) : base(options, "schooling") { }

    protected override void Describe(ModelBuilder model)
    {
    }
}

/// <summary>The same model on MariaDB, with migrations of its own.</summary>
internal sealed class SchoolingMySqlDb(DbContextOptions<SchoolingMySqlDb> options) : SchoolingDb(options);
