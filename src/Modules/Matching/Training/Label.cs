using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Matching.Catalogue;

namespace SmartRecruiting.Matching.Training;

/// <summary>Where a label comes from.</summary>
internal enum LabelSource
{
    /// <summary>An imported history.</summary>
    History,

    /// <summary>A recruiter confirmed it by sending the offer there.</summary>
    Transmission,
}

/// <summary>Somebody said that an offer fits a programme, or that it does not: what the model learns from.</summary>
internal sealed class Label
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OfferId { get; init; }

    public required string ProgrammeCode { get; init; }

    public required LabelSource Source { get; set; }

    /// <summary>False for "not for my programme".</summary>
    public required bool Fits { get; set; }

    public required DateTime At { get; set; }

    public static void Describe(EntityTypeBuilder<Label> label)
    {
        label.Property(x => x.ProgrammeCode).HasMaxLength(KnownProgramme.CodeLength);
        label.HasIndex(x => new { x.OfferId, x.ProgrammeCode }).IsUnique();
    }
}
