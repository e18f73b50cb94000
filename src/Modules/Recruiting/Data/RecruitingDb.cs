using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Recruiting.Attachments;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Legal;
using SmartRecruiting.Recruiting.Moderation;
using SmartRecruiting.Recruiting.Offers;
using SmartRecruiting.Recruiting.OptOut;
using SmartRecruiting.Recruiting.Transmissions;

namespace SmartRecruiting.Recruiting.Data;

internal class RecruitingDb : ModuleDb
{
    public RecruitingDb(DbContextOptions<RecruitingDb> options) : this((DbContextOptions)options) { }

    protected RecruitingDb(DbContextOptions options) : base(options, "recruiting") { }

    public DbSet<Company> Companies => Set<Company>();

    public DbSet<CompanyChange> CompanyChanges => Set<CompanyChange>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Recruiter> Recruiters => Set<Recruiter>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<OfferSkill> OfferSkills => Set<OfferSkill>();

    public DbSet<CompanyOptOut> OptOuts => Set<CompanyOptOut>();

    public DbSet<OfferChange> OfferChanges => Set<OfferChange>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Transmission> Transmissions => Set<Transmission>();

    public DbSet<Wanted> Wanted => Set<Wanted>();

    public DbSet<Forward> Forwards => Set<Forward>();

    public DbSet<Judgement> Judgements => Set<Judgement>();

    public DbSet<LegalRule> LegalRules => Set<LegalRule>();

    public DbSet<LegalRate> LegalRates => Set<LegalRate>();

    public DbSet<LegalChange> LegalChanges => Set<LegalChange>();

    public DbSet<OfferModeration> Moderations => Set<OfferModeration>();

    public DbSet<OfferReport> OfferReports => Set<OfferReport>();

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var offer in ChangeTracker.Entries<Offer>().Select(entry => entry.Entity).ToList()) AddRange(offer.TakeChanges());
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void Describe(ModelBuilder model)
    {
        Describe(model.Entity<Company>());
        Describe(model.Entity<CompanyChange>());
        Describe(model.Entity<Contact>());
        Describe(model.Entity<Recruiter>());
        Describe(model.Entity<Offer>());
        OfferSkill.Describe(model.Entity<OfferSkill>());
        CompanyOptOut.Describe(model.Entity<CompanyOptOut>());
        // Without a foreign key these two: its check would hold the offer's row, and two who change an offer at once hold each other up.
        model.Entity<OfferChange>(change =>
        {
            change.Property(c => c.Id).ValueGeneratedNever();
            change.HasIndex(c => new { c.OfferId, c.At });
        });
        model.Entity<Attachment>(attachment =>
        {
            attachment.Property(a => a.Id).ValueGeneratedNever();
            attachment.Property(a => a.Name).HasMaxLength(Attachment.NameMax);
            attachment.Property(a => a.Hash).HasMaxLength(Attachment.HashLength);
            attachment.HasIndex(a => new { a.OfferId, a.Place }).IsUnique();
            attachment.HasIndex(a => new { a.OfferId, a.Hash }).IsUnique();
        });
        Describe(model.Entity<Transmission>());
        Describe(model.Entity<LegalRule>(), model.Entity<LegalRate>(), model.Entity<LegalChange>());
        Describe(model.Entity<OfferModeration>(), model.Entity<OfferReport>());
        model.Entity<Wanted>(wanted =>
        {
            wanted.HasKey(w => new { w.OfferId, w.ProgrammeId });
            wanted.HasOne<Offer>().WithMany().HasForeignKey(w => w.OfferId);
        });
        model.Entity<Judgement>(judgement =>
        {
            judgement.HasIndex(j => new { j.OfferId, j.ProgrammeId }).IsUnique();
            judgement.HasOne<Offer>().WithMany().HasForeignKey(j => j.OfferId);
        });
        model.Entity<Forward>().HasOne<Transmission>().WithMany().HasForeignKey(f => f.TransmissionId);
    }

    private static void Describe(EntityTypeBuilder<Company> company)
    {
        company.Property(c => c.Siret).HasConversion(siret => siret!.Value.ToString(), text => Siret.Parse(text, null)).HasMaxLength(Siret.Length);
        company.Property(c => c.ActiveSiret).HasMaxLength(Siret.Length);
        company.Property(c => c.Siren).HasMaxLength(9);
        company.Property(c => c.Naf).HasConversion(naf => naf!.Value.Code, text => NafCode.Parse(text, null)).HasMaxLength(NafCode.Length);
        company.Property(c => c.LegalName).HasMaxLength(Company.NameLength);
        company.Property(c => c.TradeName).HasMaxLength(Company.NameLength);
        company.Property(c => c.Headcount).HasMaxLength(40);
        company.Property(c => c.Address).HasMaxLength(200);
        company.Property(c => c.Postcode).HasMaxLength(10);
        company.Property(c => c.City).HasMaxLength(Offer.CityMax);
        company.Property(c => c.InseeCode).HasMaxLength(5);
        company.Property(c => c.Country).HasMaxLength(60);
        company.Property(c => c.Website).HasMaxLength(200);
        company.Property(c => c.Domains).HasJsonList();
        company.Property(c => c.Revision).IsConcurrencyToken();
        company.HasIndex(c => c.ActiveSiret).IsUnique();
        company.HasIndex(c => c.Siret);
        company.HasIndex(c => c.Siren);
        company.HasIndex(c => c.Postcode);
        company.HasIndex(c => c.MergedIntoId);
        company.HasSearch(c => c.LegalName, c => c.TradeName, c => c.City);
    }

    private static void Describe(EntityTypeBuilder<CompanyChange> change)
    {
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Role).HasMaxLength(20);
        change.Property(c => c.Reason).HasMaxLength(CompanyChange.ReasonMax);
        change.Property(c => c.Words).HasMaxLength(CompanyChange.WordsMax);
        change.HasIndex(c => new { c.CompanyId, c.At });
        change.HasOne<Company>().WithMany().HasForeignKey(c => c.CompanyId);
    }

    private static void Describe(EntityTypeBuilder<Contact> contact)
    {
        contact.Property(c => c.Name).HasMaxLength(Offer.EmailMax);
        contact.Property(c => c.Function).HasMaxLength(Offer.ContactMax);
        contact.Property(c => c.Email).HasMaxLength(Offer.EmailMax);
        contact.Property(c => c.Phone).HasMaxLength(Contact.PhoneMax);
        contact.HasOne<Company>().WithMany().HasForeignKey(c => c.CompanyId);
    }

    private static void Describe(EntityTypeBuilder<Recruiter> recruiter)
    {
        recruiter.Property(r => r.Language).HasMaxLength(2).HasDefaultValue("fr");
        recruiter.Property(r => r.State).HasDefaultValue(RecruiterState.Accepted);
        recruiter.Property(r => r.Name).HasMaxLength(200);
        recruiter.Property(r => r.Email).HasMaxLength(Offer.EmailMax);
        recruiter.HasIndex(r => r.AccountId).IsUnique();
        recruiter.HasOne<Company>().WithMany().HasForeignKey(r => r.CompanyId);
    }

    private static void Describe(EntityTypeBuilder<Offer> offer)
    {
        offer.Property(o => o.Reference).HasMaxLength(Offer.ReferenceMax);
        offer.Property(o => o.Title).HasMaxLength(Offer.TitleMax);
        offer.Property(o => o.Level).HasMaxLength(Levels.Length);
        offer.Property(o => o.City).HasMaxLength(Offer.CityMax);
        offer.Property(o => o.ContactName).HasMaxLength(Offer.ContactMax);
        offer.Property(o => o.ContactEmail).HasMaxLength(Offer.EmailMax);
        offer.Property(o => o.Domain).HasMaxLength(40);
        offer.Property(o => o.Skills).HasJsonList();
        offer.Property(o => o.Revision).IsConcurrencyToken();
        offer.HasIndex(o => new { o.CompanyId, o.Reference }).IsUnique();
        offer.HasIndex(o => new { o.CompanyId, o.Ticket }).IsUnique();
        offer.HasIndex(o => new { o.CompanyId, o.PostedAt });
        offer.HasIndex(o => new { o.Status, o.EndsAt });
        // All that the companies of before are counted by.
        offer.HasIndex(o => new { o.Domain, o.Status, o.Kind, o.CompanyId, o.PostedAt });
        offer.HasOne<Company>().WithMany().HasForeignKey(o => o.CompanyId);
        // Two hosts that remind at once: one of them does.
        offer.Property(o => o.RemindedDays).IsConcurrencyToken();
        offer.Property(o => o.PublicationMonths).HasDefaultValue(Publication.Usual);
        offer.ComplexProperty(o => o.Terms, terms =>
        {
            terms.Property(t => t.WeeklyHours).HasPrecision(4, 2);
            terms.Property(t => t.Pay).HasPrecision(9, 2);
            terms.Property(t => t.Benefits).HasMaxLength(Offer.BenefitsMax);
            terms.Property(t => t.Tutor).HasMaxLength(Offer.ContactMax);
            terms.Property(t => t.RomeCodes).HasMaxLength(Offer.RomeMax);
            terms.Property(t => t.ApplyUrl).HasMaxLength(Offer.UrlMax);
            terms.Property(t => t.ApplyPhone).HasMaxLength(Offer.PhoneMax);
            // What the offers of before read as, which had no such columns.
            terms.Property(t => t.Posts).HasDefaultValue(1);
            terms.Property(t => t.PayUnit).HasDefaultValue(PayUnit.Hour);
        });
        offer.HasSearch(o => o.Title, o => o.City, o => o.Reference);
    }

    private static void Describe(EntityTypeBuilder<LegalRule> rule, EntityTypeBuilder<LegalRate> rate, EntityTypeBuilder<LegalChange> change)
    {
        rule.HasKey(r => r.Key);
        rule.Property(r => r.Figure).HasPrecision(7, 2);
        rule.Property(r => r.Article).HasMaxLength(LegalRule.ArticleMax);
        rule.Property(r => r.French).HasMaxLength(LegalRule.WordsMax);
        rule.Property(r => r.English).HasMaxLength(LegalRule.WordsMax);
        rule.Property(r => r.Revision).IsConcurrencyToken();
        rule.HasData(LegalRule.Known);
        rate.HasKey(r => r.Year);
        rate.Property(r => r.Year).ValueGeneratedNever();
        rate.Property(r => r.Hourly).HasPrecision(5, 2);
        rate.Property(r => r.Revision).IsConcurrencyToken();
        rate.HasData(LegalRate.Known);
        change.Property(c => c.What).HasMaxLength(40);
        change.Property(c => c.Before).HasMaxLength(LegalChange.WordingMax);
        change.Property(c => c.After).HasMaxLength(LegalChange.WordingMax);
        change.HasIndex(c => c.At);
    }

    private static void Describe(EntityTypeBuilder<OfferModeration> look, EntityTypeBuilder<OfferReport> report)
    {
        look.Property(m => m.Found).HasMaxLength(OfferModeration.FoundMax);
        look.Property(m => m.Words).HasMaxLength(OfferModeration.WordsMax);
        look.Property(m => m.Approved).HasMaxLength(64);
        look.Property(m => m.OpenFor).IsConcurrencyToken();
        look.HasIndex(m => m.OpenFor).IsUnique();
        look.HasIndex(m => new { m.OfferId, m.DecidedAt });
        look.HasIndex(m => new { m.Verdict, m.OpenedAt });
        look.HasOne<Offer>().WithMany().HasForeignKey(m => m.OfferId);
        report.Property(r => r.Id).ValueGeneratedNever();
        report.Property(r => r.Words).HasMaxLength(OfferReport.WordsMax);
        report.HasIndex(r => new { r.OfferId, r.At });
        report.HasOne<Offer>().WithMany().HasForeignKey(r => r.OfferId);
    }

    private static void Describe(EntityTypeBuilder<Transmission> transmission)
    {
        transmission.Property(t => t.ProgrammeName).HasMaxLength(300);
        transmission.Property(t => t.Component).HasMaxLength(300);
        transmission.Property(t => t.Reasons).HasJsonList();
        transmission.Property(t => t.ForwardedCount).IsConcurrencyToken();
        transmission.Property(t => t.UnansweredAt).IsConcurrencyToken();
        transmission.HasIndex(t => new { t.OfferId, t.ProgrammeId }).IsUnique();
        transmission.HasOne<Offer>().WithMany().HasForeignKey(t => t.OfferId);
        transmission.HasSearch(t => t.ProgrammeName, t => t.Component);
    }
}

/// <summary>The same model on MariaDB, with migrations of its own.</summary>
internal sealed class RecruitingMySqlDb(DbContextOptions<RecruitingMySqlDb> options) : RecruitingDb(options);
