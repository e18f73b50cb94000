using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Matching.Catalogue;
using SmartRecruiting.Matching.Offers;
using SmartRecruiting.Matching.Skills;
using SmartRecruiting.Matching.Topics;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Data;

internal class MatchingDb : ModuleDb
{
    public MatchingDb(DbContextOptions<MatchingDb> options) : this((DbContextOptions)options) { }

    protected MatchingDb(DbContextOptions options) : base(options, "matching") { }

    public DbSet<KnownProgramme> Programmes => Set<KnownProgramme>();

    public DbSet<KnownOffer> Offers => Set<KnownOffer>();

    public DbSet<Label> Labels => Set<Label>();

    public DbSet<ModelRow> Models => Set<ModelRow>();

    public DbSet<ModelPart> Parts => Set<ModelPart>();

    public DbSet<Promotion> Promotions => Set<Promotion>();

    public DbSet<TrainingRun> Runs => Set<TrainingRun>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<TopicSet> TopicSets => Set<TopicSet>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<OfferTopic> OfferTopics => Set<OfferTopic>();

    protected override void Describe(ModelBuilder model)
    {
        KnownProgramme.Describe(model.Entity<KnownProgramme>().ToTable("programmes"));
        KnownOffer.Describe(model.Entity<KnownOffer>().ToTable("offers"));
        Label.Describe(model.Entity<Label>().ToTable("labels"));
        ModelRow.Describe(model.Entity<ModelRow>().ToTable("models"));
        ModelPart.Describe(model.Entity<ModelPart>().ToTable("model_parts"));
        Promotion.Describe(model.Entity<Promotion>().ToTable("promotions"));
        TrainingRun.Describe(model.Entity<TrainingRun>().ToTable("runs"));
        Correction.Describe(model.Entity<Correction>().ToTable("corrections"));
        TopicSet.Describe(model.Entity<TopicSet>().ToTable("topic_sets"));
        Topic.Describe(model.Entity<Topic>().ToTable("topics"));
        OfferTopic.Describe(model.Entity<OfferTopic>().ToTable("offer_topics"));
    }
}

/// <summary>The same model on MariaDB, with migrations of its own.</summary>
internal sealed class MatchingMySqlDb(DbContextOptions<MatchingMySqlDb> options) : MatchingDb(options);
