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

    /// <summary>A recruiter judged a ranking.</summary>
    Recruiter,

    /// <summary>Somebody who works for the university did.</summary>
    Manager,

    /// <summary>A student did.</summary>
    Student,
}

/// <summary>
/// Somebody said that an offer fits a programme, or that it does not: what the model learns from. A label is never changed but
/// replaced, so that ids tell which ones are new.
/// </summary>
internal sealed class Label
{
    /// <summary>Ordered by time of creation.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OfferId { get; init; }

    public required string ProgrammeCode { get; init; }

    public required LabelSource Source { get; init; }

    /// <summary>False for "not for my programme".</summary>
    public required bool Fits { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The account that judged; null for a history and for a transmission.</summary>
    public Guid? By { get; init; }

    public static void Describe(EntityTypeBuilder<Label> label)
    {
        label.Property(x => x.ProgrammeCode).HasMaxLength(KnownProgramme.CodeLength);
        label.HasIndex(x => new { x.OfferId, x.ProgrammeCode }).IsUnique();
    }
}
