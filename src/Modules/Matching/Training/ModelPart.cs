using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Matching.Data;

namespace SmartRecruiting.Matching.Training;

/// <summary>What the bytes of a version are for.</summary>
internal enum ModelUse
{
    /// <summary>Learnt from every label; ranks.</summary>
    Serving,

    /// <summary>Learnt from all but the held-out labels; what the version is measured by, now and against later ones.</summary>
    Measuring,
}

/// <summary>A piece of a model's bytes: a whole one would not pass through MariaDB's default limit of 16 MB a statement.</summary>
internal sealed class ModelPart
{
    public required int Version { get; init; }

    public required ModelUse Use { get; init; }

    public required int Number { get; init; }

    public required byte[] Content { get; init; }

    public static void Describe(EntityTypeBuilder<ModelPart> part) => part.HasKey(x => new { x.Version, x.Use, x.Number });
}

/// <summary>Models in parts.</summary>
internal static class ModelParts
{
    // Twice as long where bytes must be escaped on their way.
    private const int Size = 4 << 20;

    /// <summary>The bytes of a version, so that every host loads the same; null when they were not kept.</summary>
    public static async Task<byte[]?> ReadModelAsync(this MatchingDb db, int version, ModelUse use, CancellationToken cancellation)
    {
        var parts = await db.Parts.AsNoTracking().Where(p => p.Version == version && p.Use == use).OrderBy(p => p.Number).Select(p => p.Content).ToListAsync(cancellation);
        if (parts.Count == 0) return null;
        var (whole, at) = (new byte[parts.Sum(part => part.Length)], 0);
        foreach (var part in parts)
        {
            part.CopyTo(whole, at);
            at += part.Length;
        }
        return whole;
    }

    /// <summary>Saves them, part by part: the caller's transaction makes them one.</summary>
    public static async Task WriteModelAsync(this MatchingDb db, int version, ModelUse use, byte[] content, CancellationToken cancellation)
    {
        foreach (var (number, part) in content.Chunk(Size).Index())
        {
            var row = new ModelPart { Version = version, Use = use, Number = number, Content = part };
            db.Add(row);
            await db.SaveChangesAsync(cancellation);
            db.Entry(row).State = EntityState.Detached;
        }
    }
}
