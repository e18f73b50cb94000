using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Matching.Training;

/// <summary>A trained model with what it learnt from, how good it was found and what it cost; its bytes are parts of their own.</summary>
internal sealed class ModelRow
{
    /// <summary>1, 2, 3 …</summary>
    public required int Version { get; init; }

    public required DateTime TrainedAt { get; init; }

    public required int Programmes { get; init; }

    /// <summary>Offers with at least one programme that fits.</summary>
    public required int Texts { get; init; }

    /// <summary>Labels, for and against, that it learnt from.</summary>
    public required int Labels { get; init; }

    /// <summary>The last of them: those after it are new.</summary>
    public Guid? LastLabel { get; init; }

    /// <summary>What was decided when it was trained, and why.</summary>
    public required Finding Finding { get; init; }

    // What lists order by; the card has all the rest. Null where nothing was held out.
    public double? Top1 { get; init; }

    public double? Top5 { get; init; }

    /// <summary>Top-5 of programmes with 1 to 4 examples.</summary>
    public double? Rare { get; init; }

    /// <summary>Top-5 of programmes without example.</summary>
    public double? Zero { get; init; }

    public double? Ece { get; init; }

    public double? StrongPrecision { get; init; }

    /// <summary>Size of what serves.</summary>
    public required long Bytes { get; init; }

    public required double Seconds { get; init; }

    public required double CpuSeconds { get; init; }

    /// <summary>A <see cref="ModelCard"/> as JSON.</summary>
    public required string Facts { get; init; }

    public ModelCard Card() => JsonSerializer.Deserialize<ModelCard>(Facts)!;

    public static void Describe(EntityTypeBuilder<ModelRow> model)
    {
        model.HasKey(x => x.Version);
        model.Property(x => x.Version).ValueGeneratedNever();
    }
}
