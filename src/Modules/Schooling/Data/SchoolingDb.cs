using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Inbox;
using SmartRecruiting.Schooling.Reports;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Data;

internal class SchoolingDb : ModuleDb
{
    public SchoolingDb(DbContextOptions<SchoolingDb> options) : this((DbContextOptions)options) { }

    protected SchoolingDb(DbContextOptions options) : base(options, "schooling") { }

    public DbSet<University> Universities => Set<University>();

    public DbSet<Component> Components => Set<Component>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Manager> Managers => Set<Manager>();

    public DbSet<InboxItem> Inbox => Set<InboxItem>();

    public DbSet<Forward> Forwards => Set<Forward>();

    public DbSet<OfferState> Offers => Set<OfferState>();

    public DbSet<OfferFact> OfferFacts => Set<OfferFact>();

    public DbSet<SentFact> SentFacts => Set<SentFact>();

    public DbSet<SearchFact> SearchFacts => Set<SearchFact>();

    public DbSet<Figure> Figures => Set<Figure>();

    public DbSet<FigureState> FigureStates => Set<FigureState>();

    public DbSet<KnownName> Names => Set<KnownName>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<ReportSubscription> ReportSubscriptions => Set<ReportSubscription>();

    /// <summary>The programmes of the components that an account manages, and those it was given one by one.</summary>
    public IQueryable<Programme> ManagedBy(Guid account) => Programmes.Where(p =>
        Managers.Any(m => m.AccountId == account && (m.ComponentId == p.ComponentId || m.ProgrammeId == p.Id)));

    /// <summary>The programmes whose page somebody may change.</summary>
    public IQueryable<Programme> EditableBy(ICurrentUser user) => user.Role switch
    {
        Roles.Director or Roles.Administrator => Programmes,
        Roles.Manager => ManagedBy(user.Id),
        _ => Programmes.Where(_ => false),
    };

    /// <summary>The transmissions that an account may see.</summary>
    public IQueryable<InboxItem> InboxOf(Guid account) => Inbox.Where(i =>
        Managers.Any(m => m.AccountId == account && (m.ComponentId == i.Programme.ComponentId || m.ProgrammeId == i.ProgrammeId)));

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<University>(university =>
        {
            university.Property(x => x.Name).HasMaxLength(Limits.Name);
            university.Property(x => x.Slug).HasMaxLength(Limits.Slug);
            university.HasIndex(x => x.Slug).IsUnique();
        });
        model.Entity<Component>(component =>
        {
            component.Property(x => x.Name).HasMaxLength(Limits.Name);
            component.Property(x => x.Slug).HasMaxLength(Limits.Slug);
            component.HasIndex(x => new { x.UniversityId, x.Slug }).IsUnique();
            component.HasOne(x => x.University).WithMany().HasForeignKey(x => x.UniversityId).OnDelete(DeleteBehavior.Restrict);
            component.HasSearch(x => x.Name);
        });
        model.Entity<Programme>(Describe);
        model.Entity<Manager>(manager =>
        {
            manager.Property(x => x.Name).HasMaxLength(Limits.Name);
            manager.Property(x => x.Email).HasMaxLength(Limits.Email);
            // One of the two is null, and null is never a duplicate: each index guards its own half.
            manager.HasIndex(x => new { x.AccountId, x.ComponentId }).IsUnique();
            manager.HasIndex(x => new { x.AccountId, x.ProgrammeId }).IsUnique();
            manager.HasOne<Component>().WithMany().HasForeignKey(x => x.ComponentId).OnDelete(DeleteBehavior.Cascade);
            manager.HasOne<Programme>().WithMany().HasForeignKey(x => x.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<InboxItem>(item =>
        {
            item.Property(x => x.Id).ValueGeneratedNever();
            item.Property(x => x.Title).HasMaxLength(Limits.Name);
            item.Property(x => x.Company).HasMaxLength(Limits.Name);
            item.Property(x => x.Offer).AsJson();
            item.Property(x => x.Reasons).AsJson();
            item.Property(x => x.DeclineReason).HasMaxLength(InboxItem.LongestReason);
            item.HasIndex(x => new { x.ProgrammeId, x.SentAt });
            item.HasIndex(x => x.OfferId);
            item.HasOne(x => x.Programme).WithMany().HasForeignKey(x => x.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            item.HasSearch(x => x.Title, x => x.Company);
        });
        model.Entity<Forward>(forward =>
        {
            forward.Property(x => x.Group).HasMaxLength(100);
            forward.Property(x => x.Note).HasMaxLength(Forward.LongestNote);
            forward.Property(x => x.ByName).HasMaxLength(Limits.Name);
            forward.Ignore(x => x.Years);
            // The same group gets the same offer once, however often and from wherever it is confirmed.
            forward.HasIndex(x => new { x.TransmissionId, x.Group }).IsUnique();
            forward.HasOne<InboxItem>().WithMany().HasForeignKey(x => x.TransmissionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<OfferState>(offer =>
        {
            offer.HasKey(x => x.OfferId);
            offer.Property(x => x.OfferId).ValueGeneratedNever();
        });
        OfferFact.Describe(model.Entity<OfferFact>());
        SentFact.Describe(model.Entity<SentFact>());
        SearchFact.Describe(model.Entity<SearchFact>());
        Figure.Describe(model.Entity<Figure>());
        model.Entity<FigureState>().Property(x => x.Id).ValueGeneratedNever();
        KnownName.Describe(model.Entity<KnownName>());
        model.Entity<Report>(report =>
        {
            report.Property(x => x.University).HasMaxLength(Limits.Name);
            report.Property(x => x.Year).HasMaxLength(9);
            report.Property(x => x.SnapshotId).HasMaxLength(Report.LongestSnapshotId);
            report.Property(x => x.French).HasConversion(content => content.ToJson(), json => ReportContent.FromJson(json));
            report.Property(x => x.English).HasConversion(content => content.ToJson(), json => ReportContent.FromJson(json));
            report.HasIndex(x => x.MadeAt);
            // The same figures are kept once, however often they are asked for.
            report.HasIndex(x => new { x.UniversityId, x.Year, x.SnapshotId }).IsUnique();
        });
        model.Entity<ReportSubscription>(subscription =>
        {
            subscription.Property(x => x.Email).HasMaxLength(Limits.Email);
            subscription.Property(x => x.Name).HasMaxLength(Limits.Name);
            subscription.Property(x => x.Language).HasMaxLength(2);
            subscription.Property(x => x.StopToken).HasMaxLength(ReportSubscription.TokenLength);
            subscription.Property(x => x.MailedMonth).IsConcurrencyToken();
            subscription.HasIndex(x => x.AccountId).IsUnique();
            subscription.HasIndex(x => x.StopToken).IsUnique();
        });
    }

    private static void Describe(EntityTypeBuilder<Programme> programme)
    {
        programme.Property(x => x.Code).HasMaxLength(Limits.Code);
        programme.Property(x => x.Slug).HasMaxLength(Limits.Slug);
        programme.Property(x => x.Name).HasMaxLength(Limits.Name);
        programme.Property(x => x.Level).HasMaxLength(10);
        programme.Property(x => x.City).HasMaxLength(Limits.City);
        programme.Property(x => x.Domain).HasMaxLength(40);
        programme.Property(x => x.Years).AsJson();
        programme.Property(x => x.Skills).AsJson();
        programme.Property(x => x.Jobs).AsJson();
        programme.Property(x => x.RomeCodes).AsJson();
        programme.Property(x => x.Responsible).HasMaxLength(Limits.Name);
        programme.Property(x => x.Email).HasMaxLength(Limits.Email);
        programme.Property(x => x.Deputy).HasMaxLength(Limits.Name);
        programme.Property(x => x.DeputyEmail).HasMaxLength(Limits.Email);
        programme.Property(x => x.Phone).HasMaxLength(Limits.Phone);
        programme.Property(x => x.Revision).IsConcurrencyToken();
        programme.HasIndex(x => x.Code).IsUnique();
        programme.HasIndex(x => x.Slug).IsUnique();
        programme.HasOne(x => x.Component).WithMany().HasForeignKey(x => x.ComponentId).OnDelete(DeleteBehavior.Restrict);
        programme.HasSearch(x => x.Name, x => x.Code);
        // A page of the catalogue is then read in order, not sorted out of all descriptions.
        programme.HasIndex(SearchColumns.Name);
    }
}

/// <summary>The same model on MariaDB, with migrations of its own.</summary>
internal sealed class SchoolingMySqlDb(DbContextOptions<SchoolingMySqlDb> options) : SchoolingDb(options);
