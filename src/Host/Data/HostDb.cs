using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Host.Mail;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Host.Data;

internal class HostDb : ModuleDb
{
    public HostDb(DbContextOptions<HostDb> options) : this((DbContextOptions)options) { }

    protected HostDb(DbContextOptions options) : base(options, "host") { }

    public DbSet<MailRow> Mails => Set<MailRow>();

    protected override void Describe(ModelBuilder model) => MailRow.Describe(model.Entity<MailRow>().ToTable("mails"));
}

/// <summary>The same model on MariaDB, with migrations of its own.</summary>
internal sealed class HostMySqlDb(DbContextOptions<HostMySqlDb> options) : HostDb(options);
