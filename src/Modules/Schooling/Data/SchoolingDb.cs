using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Inbox;
using SmartRecruiting.Schooling.Reports;
using SmartRecruiting.Schooling.Staff;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Data;

internal class SchoolingDb : ModuleDb
{
    public SchoolingDb(DbContextOptions<SchoolingDb> options) : this((DbContextOptions)options) { }

    protected SchoolingDb(DbContextOptions options) : base(options, "schooling") { }

    public DbSet<University> Universities => Set<University>();

    public DbSet<Component> Components => Set<Component>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<InboxItem> Inbox => Set<InboxItem>();

    public DbSet<Forward> Forwards => Set<Forward>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<OfferState> Offers => Set<OfferState>();

    public DbSet<OfferFact> OfferFacts => Set<OfferFact>();

    public DbSet<SentFact> SentFacts => Set<SentFact>();

    public DbSet<SearchFact> SearchFacts => Set<SearchFact>();

    public DbSet<Figure> Figures => Set<Figure>();

    public DbSet<FigureState> FigureStates => Set<FigureState>();

    public DbSet<KnownName> Names => Set<KnownName>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<ReportSubscription> ReportSubscriptions => Set<ReportSubscription>();

    /// <summary>What an account works for; nothing while it may not act.</summary>
    public IQueryable<Mandate> MandatesOf(Guid account) => Mandates.Where(m => m.AccountId == account && m.Member.State == StaffState.Active);

    /// <summary>The programmes of the universities and components that an account works for, and those it was given one by one.</summary>
    public IQueryable<Programme> ManagedBy(Guid account)
    {
        var mine = MandatesOf(account);
        return Programmes.Where(p => mine.Any(m => m.ComponentId == p.ComponentId || m.ProgrammeId == p.Id || m.UniversityId == p.Component.UniversityId));
    }

    /// <summary>The programmes whose page somebody may change.</summary>
    public IQueryable<Programme> EditableBy(ICurrentUser user) => user.Role switch
    {
        Roles.Administrator => Programmes,
        Roles.Director or Roles.Manager => ManagedBy(user.Id),
        _ => Programmes.Where(_ => false),
    };

    /// <summary>
    /// The transmissions that an account may see: those to its programmes, and those that it was asked to answer in the place of the deputy or
    /// of colleagues of its component.
    /// </summary>
    public IQueryable<InboxItem> InboxOf(Guid account)
    {
        var mine = MandatesOf(account);
        return Inbox.Where(i => mine.Any(m => m.ComponentId == i.Programme.ComponentId || m.ProgrammeId == i.ProgrammeId
            || (i.OthersAskedAt != null && (m.Programme!.ComponentId == i.Programme.ComponentId || m.Member.Email == i.Programme.DeputyEmail))));
    }

    /// <summary>The universities that somebody leads: a director's own, all for an administrator.</summary>
    public IQueryable<University> UniversitiesOf(ICurrentUser user)
    {
        if (user.Role == Roles.Administrator) return Universities;
        var mine = MandatesOf(user.Id);
        return Universities.Where(u => mine.Any(m => m.UniversityId == u.Id));
    }

    /// <summary>The components of the universities that somebody leads.</summary>
    public IQueryable<Component> ComponentsOf(ICurrentUser user)
    {
        var mine = UniversitiesOf(user).Select(u => u.Id);
        return Components.Where(c => mine.Contains(c.UniversityId));
    }

    /// <summary>The mandates, anybody's, in the universities that somebody leads.</summary>
    public IQueryable<Mandate> MandatesIn(ICurrentUser user)
    {
        if (user.Role == Roles.Administrator) return Mandates;
        var mine = UniversitiesOf(user).Select(u => (Guid?)u.Id);
        return Mandates.Where(m => mine.Contains(m.UniversityId ?? (Guid?)m.Component!.UniversityId ?? m.Programme!.Component.UniversityId));
    }

    /// <summary>The reports of the universities that somebody leads.</summary>
    public IQueryable<Report> ReportsOf(ICurrentUser user)
    {
        if (user.Role == Roles.Administrator) return Reports;
        var mine = MandatesOf(user.Id);
        return Reports.Where(r => mine.Any(m => m.UniversityId == r.UniversityId));
    }

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
        StaffMember.Describe(model.Entity<StaffMember>());
        Mandate.Describe(model.Entity<Mandate>());
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
            item.HasIndex(x => x.OthersAskedAt);
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
        Notice.Describe(model.Entity<Notice>());
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
