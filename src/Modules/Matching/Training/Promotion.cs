using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Matching.Training;

/// <summary>A version began to serve; the last one does. Written once and kept: it says who went back to which version, and when.</summary>
internal sealed class Promotion
{
    /// <summary>1, 2, 3 … Two at once would take the same, so one of them fails.</summary>
    public required int Number { get; init; }

    public required int Version { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The administrator who chose it; null when a training did.</summary>
    public Guid? By { get; init; }

    public string? ByName { get; init; }

    public static void Describe(EntityTypeBuilder<Promotion> promotion)
    {
        promotion.HasKey(x => x.Number);
        promotion.Property(x => x.Number).ValueGeneratedNever();
        promotion.Property(x => x.ByName).HasMaxLength(200);
        promotion.HasIndex(x => x.Version);
    }
}
