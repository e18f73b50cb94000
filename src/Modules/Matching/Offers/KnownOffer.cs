using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Offers;

/// <summary>What this module keeps of an offer: to find it while it is open, and to learn from it for ever.</summary>
internal sealed class KnownOffer
{
    public required Guid Id { get; init; }

    public required int Revision { get; set; }

    public required bool IsOpen { get; set; }

    /// <summary>The snapshot as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>Key of the domain; empty before the offer was tagged.</summary>
    public string Domain { get; set; } = "";

    /// <summary>Skills found, as JSON.</summary>
    public string Skills { get; set; } = "[]";

    /// <summary>The model that tagged it; 0 for none.</summary>
    public int TaggedBy { get; set; }

    /// <summary>How well the first programme fits, by that model; null before the offer was tagged.</summary>
    public Strength? BestStrength { get; set; }

    /// <summary>The Monday of the week in which it was posted; null before it was tagged.</summary>
    public DateOnly? Week { get; set; }

    /// <summary>When this row was last written: what a host that holds an index looks for.</summary>
    public required DateTime ChangedAt { get; set; }

    public OfferSnapshot Snapshot() => JsonSerializer.Deserialize<OfferSnapshot>(Content)!;

    public IReadOnlyList<SkillFound> SkillList() => JsonSerializer.Deserialize<List<SkillFound>>(Skills)!;

    /// <summary>What is read of an offer: its title first, without the names of who sends it.</summary>
    public static string TextOf(OfferSnapshot offer) => KnownNames.Hide($"{offer.Title} . {offer.Text}", offer.Names());

    /// <summary>The Monday on or before a day.</summary>
    public static DateOnly WeekOf(DateTime time) => DateOnly.FromDateTime(time).AddDays(-(((int)time.DayOfWeek + 6) % 7));

    /// <summary>
    /// Whether this model has to say what the offer is about: of an open one whenever another model spoke last, of one of the past only
    /// when none did, or descriptions alone.
    /// </summary>
    public bool LacksTags(int version) => Week is null || (IsOpen ? TaggedBy != version : TaggedBy == 0 && version > 0);

    public static KnownOffer Of(OfferSnapshot offer, bool open, DateTime now) => new()
    {
        Id = offer.OfferId,
        Revision = offer.Revision,
        IsOpen = open,
        Content = JsonSerializer.Serialize(offer),
        ChangedAt = now,
    };

    public static void Describe(EntityTypeBuilder<KnownOffer> offer)
    {
        offer.Property(x => x.Domain).HasMaxLength(40);
        offer.HasIndex(x => new { x.IsOpen, x.TaggedBy });
        offer.HasIndex(x => x.ChangedAt);
        offer.HasIndex(x => new { x.Week, x.BestStrength });
    }
}
