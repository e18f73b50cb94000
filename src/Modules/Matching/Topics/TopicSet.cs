using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Matching.Topics;

/// <summary>What one learning found. Only a complete set is shown; the one before it goes then.</summary>
internal sealed class TopicSet
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required DateTime LearntAt { get; init; }

    /// <summary>Texts it was learnt from.</summary>
    public required int Texts { get; init; }

    /// <summary>Mean NPMI of the topics' first words, −1 to 1: how much these stand in texts together.</summary>
    public required double Coherence { get; init; }

    public bool IsComplete { get; private set; }

    /// <summary>Every offer has its topic now.</summary>
    public void Complete() => IsComplete = true;

    public static void Describe(EntityTypeBuilder<TopicSet> set) => set.HasIndex(x => x.LearntAt);
}

/// <summary>A theme of offers, named by its words.</summary>
internal sealed class Topic
{
    public required Guid SetId { get; init; }

    public required int Number { get; init; }

    /// <summary>Most telling first, separated by ";", as offers write them.</summary>
    public required string Words { get; init; }

    public static void Describe(EntityTypeBuilder<Topic> topic)
    {
        topic.HasKey(x => new { x.SetId, x.Number });
        topic.Property(x => x.Words).HasMaxLength(500);
    }
}

/// <summary>The topic that an offer speaks of most.</summary>
internal sealed class OfferTopic
{
    public required Guid SetId { get; init; }

    public required Guid OfferId { get; init; }

    public required int Number { get; init; }

    public required DateTime PostedAt { get; init; }

    public static void Describe(EntityTypeBuilder<OfferTopic> topic)
    {
        topic.HasKey(x => new { x.SetId, x.OfferId });
        topic.HasIndex(x => new { x.SetId, x.PostedAt, x.Number });
    }
}
