using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Approvals;
using SmartRecruiting.Admin.Audit;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Admin.Security;
using SmartRecruiting.Admin.SignIn;
using SmartRecruiting.Admin.SignUp;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Admin.Data;

/// <summary>Identity's tables as its UserOnlyStore needs them; its own context cannot be inherited beside ModuleDb.</summary>
internal class AdminDb : ModuleDb
{
    // Identity's own lengths: what is a key or indexed fits MariaDB's 3072 bytes at 4 bytes a character.
    private const int AddressLength = 256;
    private const int KeyLength = 128;

    // SHA-256 in hexadecimal.
    private const int HashLength = 64;

    // IPv6 in its longest form.
    private const int NetworkAddressLength = 45;

    public AdminDb(DbContextOptions<AdminDb> options) : this((DbContextOptions)options) { }

    protected AdminDb(DbContextOptions options) : base(options, "admin") { }

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Wish> Wishes => Set<Wish>();

    public DbSet<MailLink> Links => Set<MailLink>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<TwoFactor> TwoFactors => Set<TwoFactor>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Approval> Approvals => Set<Approval>();

    public DbSet<DecisionMail> DecisionMails => Set<DecisionMail>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    protected override void Describe(ModelBuilder model)
    {
        Approval.Describe(model.Entity<Approval>());
        model.Entity<DecisionMail>(mail =>
        {
            mail.ToTable("decision_mails");
            mail.HasKey(m => m.Day);
        });
        AuditRecord.Describe(model.Entity<AuditRecord>());
        AuditHead.Describe(model.Entity<AuditHead>());
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.HasKey(a => a.Id);
            account.Property(a => a.Id).ValueGeneratedNever();
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.HasIndex(a => a.NormalizedEmail).IsUnique();
            account.Property(a => a.UserName).HasMaxLength(AddressLength).IsRequired();
            account.Property(a => a.NormalizedUserName).HasMaxLength(AddressLength).IsRequired();
            account.Property(a => a.Email).HasMaxLength(AddressLength).IsRequired();
            account.Property(a => a.NormalizedEmail).HasMaxLength(AddressLength).IsRequired();
            account.Property(a => a.Name).HasMaxLength(200);
            account.Property(a => a.Role).HasMaxLength(40);
            account.Property(a => a.Language).HasMaxLength(5).HasDefaultValue("fr");
            account.Property(a => a.PasswordHash).HasMaxLength(200);
            account.Property(a => a.SecurityStamp).HasMaxLength(64);
            account.Property(a => a.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
            account.Property(a => a.PhoneNumber).HasMaxLength(30);
            account.HasSearch(a => a.Name, a => a.Email);
        });
        model.Entity<IdentityUserClaim<Guid>>(claim =>
        {
            claim.ToTable("account_claims");
            claim.HasKey(c => c.Id);
            claim.Property(c => c.ClaimType).HasMaxLength(KeyLength);
            claim.Property(c => c.ClaimValue).HasMaxLength(1000);
            claim.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId).IsRequired();
        });
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("account_logins");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.Property(l => l.LoginProvider).HasMaxLength(KeyLength);
            login.Property(l => l.ProviderKey).HasMaxLength(KeyLength);
            login.Property(l => l.ProviderDisplayName).HasMaxLength(KeyLength);
            login.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId).IsRequired();
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("account_tokens");
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.Property(t => t.LoginProvider).HasMaxLength(KeyLength);
            token.Property(t => t.Name).HasMaxLength(KeyLength);
            token.Property(t => t.Value).HasMaxLength(1000);
            token.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId).IsRequired();
        });
        DescribeAccess(model);
    }

    // How people get in: what they asked for, links of mails, sessions, second factors.
    private static void DescribeAccess(ModelBuilder model)
    {
        model.Entity<Wish>(wish =>
        {
            wish.ToTable("wishes");
            wish.HasKey(w => w.AccountId);
            wish.Property(w => w.AccountId).ValueGeneratedNever();
            wish.Property(w => w.Asks).HasMaxLength(1000);
            wish.HasOne<Account>().WithOne().HasForeignKey<Wish>(w => w.AccountId).IsRequired();
        });
        model.Entity<MailLink>(link =>
        {
            link.ToTable("links");
            link.Property(l => l.Id).ValueGeneratedNever();
            link.Property(l => l.TokenHash).HasMaxLength(HashLength);
            link.Property(l => l.Address).HasMaxLength(AddressLength);
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasIndex(l => l.ExpiresAt);
            link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).IsRequired();
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("sessions");
            session.Property(s => s.Id).ValueGeneratedNever();
            session.Property(s => s.Device).HasMaxLength(Session.LongestDevice);
            session.Property(s => s.Address).HasMaxLength(NetworkAddressLength);
            session.HasIndex(s => s.SeenAt);
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).IsRequired();
        });
        model.Entity<TwoFactor>(factor =>
        {
            factor.ToTable("two_factors");
            factor.HasKey(t => t.AccountId);
            factor.Property(t => t.AccountId).ValueGeneratedNever();
            factor.Property(t => t.Secret).HasMaxLength(500);
            factor.HasOne<Account>().WithOne().HasForeignKey<TwoFactor>(t => t.AccountId).IsRequired();
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.ToTable("recovery_codes");
            code.HasKey(c => new { c.AccountId, c.Hash });
            code.Property(c => c.Hash).HasMaxLength(HashLength);
            code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).IsRequired();
        });
    }
}

/// <summary>The same model on MariaDB, with migrations of its own.</summary>
internal sealed class AdminMySqlDb(DbContextOptions<AdminMySqlDb> options) : AdminDb(options);
