using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Catalogue;

/// <summary>What this module keeps of a programme, to rank it.</summary>
internal sealed class KnownProgramme
{
    /// <summary>Longest code; a label with a longer one cannot name a programme.</summary>
    public const int CodeLength = 60;

    public required Guid Id { get; init; }

    public required string Code { get; set; }

    public required int Revision { get; set; }

    /// <summary>The snapshot as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>When this row was last written: what a host that holds an index looks for.</summary>
    public required DateTime ChangedAt { get; set; }

    public ProgrammeSnapshot Snapshot() => JsonSerializer.Deserialize<ProgrammeSnapshot>(Content)!;

    /// <summary>The programme as the engine knows it.</summary>
    public static Programme ForEngine(ProgrammeSnapshot p) =>
        new(p.Code, p.Name, p.Component, p.Level, p.Description, p.Skills, p.Jobs, p.Years, p.RomeCodes);

    public static void Describe(EntityTypeBuilder<KnownProgramme> programme)
    {
        programme.Property(x => x.Code).HasMaxLength(CodeLength);
        programme.HasIndex(x => x.ChangedAt);
    }
}
