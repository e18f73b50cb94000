using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Matching.Training;

/// <summary>A trained model with what it learnt from and what it cost; every host loads the same bytes.</summary>
internal sealed class ModelRow
{
    /// <summary>1, 2, 3 …</summary>
    public required int Version { get; init; }

    public required DateTime TrainedAt { get; init; }

    /// <summary>Since when it may serve; null for a model that was never good enough.</summary>
    public required DateTime? PromotedAt { get; set; }

    public required byte[] Content { get; init; }

    public required int Programmes { get; init; }

    public required int Texts { get; init; }

    public required double Seconds { get; init; }

    public required double CpuSeconds { get; init; }

    public static void Describe(EntityTypeBuilder<ModelRow> model)
    {
        model.HasKey(x => x.Version);
        model.Property(x => x.Version).ValueGeneratedNever();
    }
}
