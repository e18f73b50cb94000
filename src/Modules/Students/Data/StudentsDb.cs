using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Students.Forwarding;
using SmartRecruiting.Students.Marks;
using SmartRecruiting.Students.Offers;
using SmartRecruiting.Students.Profile;
using SmartRecruiting.Students.Roster;
using SmartRecruiting.Students.Searches;
using SmartRecruiting.Students.SignUp;

namespace SmartRecruiting.Students.Data;

internal class StudentsDb : ModuleDb
{
    public StudentsDb(DbContextOptions<StudentsDb> options) : this((DbContextOptions)options) { }

    protected StudentsDb(DbContextOptions options) : base(options, "students") { }

    public DbSet<RosterEntry> Roster => Set<RosterEntry>();

    public DbSet<Forward> Forwards => Set<Forward>();

    public DbSet<ForwardedOffer> ForwardedOffers => Set<ForwardedOffer>();

    public DbSet<WaitingStudent> Waiting => Set<WaitingStudent>();

    public DbSet<Student> Students => Set<Student>();

    public DbSet<SavedSearch> Searches => Set<SavedSearch>();

    public DbSet<SentOffer> Sent => Set<SentOffer>();

    public DbSet<OfferMark> Marks => Set<OfferMark>();

    public DbSet<KnownOffer> Offers => Set<KnownOffer>();

    public DbSet<ErasedAddress> Erased => Set<ErasedAddress>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<RosterEntry>(entry =>
        {
            entry.ToTable("roster");
            entry.Property(e => e.Name).HasMaxLength(RosterEntry.NameLength);
            entry.Property(e => e.Email).HasMaxLength(EmailAddress.MaxLength);
            entry.Property(e => e.ProgrammeCode).HasMaxLength(RosterEntry.CodeLength);
            entry.Property(e => e.StopToken).HasMaxLength(RosterEntry.TokenLength);
            entry.HasIndex(e => new { e.Email, e.ProgrammeId }).IsUnique();
            entry.HasIndex(e => new { e.ProgrammeId, e.Year });
            entry.HasIndex(e => e.StopToken).IsUnique();
            entry.HasIndex(e => e.AccountId);
            entry.HasSearch(e => e.Name, e => e.Email, e => e.ProgrammeCode);
        });
        model.Entity<Forward>(forward =>
        {
            forward.ToTable("forwards");
            forward.Property(f => f.Id).ValueGeneratedNever();
            forward.Property(f => f.ProgrammeName).HasMaxLength(Forward.NameLength);
            forward.Property(f => f.Title).HasMaxLength(Forward.TitleLength);
            forward.Property(f => f.Company).HasMaxLength(Forward.NameLength);
            forward.Property(f => f.City).HasMaxLength(Forward.NameLength);
            forward.HasIndex(f => f.OfferId);
            forward.HasSearch(f => f.Title, f => f.Company, f => f.City);
        });
        model.Entity<ForwardedOffer>(received =>
        {
            received.ToTable("forwarded_offers");
            received.Property(r => r.MisfitAt).IsConcurrencyToken();
            received.Property(r => r.ToldAt).IsConcurrencyToken();
            received.HasIndex(r => new { r.ForwardId, r.RosterEntryId }).IsUnique();
            received.HasOne<Forward>().WithMany().HasForeignKey(r => r.ForwardId);
            received.HasOne<RosterEntry>().WithMany().HasForeignKey(r => r.RosterEntryId);
        });
        WaitingStudent.Describe(model.Entity<WaitingStudent>());
        Student.Describe(model.Entity<Student>());
        SavedSearch.Describe(model.Entity<SavedSearch>());
        SentOffer.Describe(model.Entity<SentOffer>());
        OfferMark.Describe(model.Entity<OfferMark>());
        KnownOffer.Describe(model.Entity<KnownOffer>());
        ErasedAddress.Describe(model.Entity<ErasedAddress>());
    }
}

/// <summary>The same model on MariaDB, with migrations of its own.</summary>
internal sealed class StudentsMySqlDb(DbContextOptions<StudentsMySqlDb> options) : StudentsDb(options);
