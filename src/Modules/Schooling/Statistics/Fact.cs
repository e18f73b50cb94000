using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>The part of a fact that figures are made of.</summary>
internal abstract record FactContent(DateOnly Day);

/// <summary>
/// Something that figures count, on its day. It remembers what the figures hold of it while it differs from that, so that a count
/// costs what changed and not what is there.
/// </summary>
internal abstract class Fact
{
    public Guid Id { get; protected init; }

    public DateOnly Day { get; protected init; }

    /// <summary>Differs from what the figures hold.</summary>
    public bool IsPending { get; private set; } = true;

    /// <summary>What the figures hold of it while it is pending, as JSON; null when they hold nothing yet.</summary>
    public string? Counted { get; private set; }

    /// <summary>What the figures must hold of it; null for nothing.</summary>
    public abstract FactContent? Content();

    /// <summary>What the figures hold of it now; null for nothing.</summary>
    public FactContent? Held() => !IsPending ? Content() : Counted is null ? null : Read(Counted);

    protected static void DescribeFact<TFact>(EntityTypeBuilder<TFact> fact)
        where TFact : Fact
    {
        fact.Property(x => x.Id).ValueGeneratedNever();
        // A change on top of a fact that was counted meanwhile would not be counted: it fails here, and comes again.
        fact.Property(x => x.IsPending).IsConcurrencyToken();
        fact.HasIndex(x => new { x.IsPending, x.Day });
        fact.HasIndex(x => x.Day);
    }

    protected abstract FactContent Read(string json);

    protected void Change(Action change)
    {
        if (!IsPending) Counted = Content() is { } content ? JsonSerializer.Serialize<object>(content) : null;
        IsPending = true;
        change();
    }
}
