using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Students.Marks;

/// <summary>What one student did with one offer: kept it, put it aside, applied, reported it.</summary>
internal sealed class OfferMark
{
    private OfferMark() { }

    public OfferMark(Guid account, Guid offer) => (AccountId, OfferId) = (account, offer);

    public Guid AccountId { get; private init; }

    public Guid OfferId { get; private init; }

    /// <summary>Null unless it is a favourite.</summary>
    public DateTime? SavedAt { get; private set; }

    /// <summary>Not for this student: a matter of taste, from which no model learns.</summary>
    public DateTime? HiddenAt { get; private set; }

    /// <summary>When the student said that they applied.</summary>
    public DateTime? AppliedAt { get; private set; }

    public DateTime? ReportedAt { get; private set; }

    /// <summary>When the student was told that the favourite is over, or need not be; null before.</summary>
    public DateTime? ToldAt { get; private set; }

    public void Save(DateTime now) => (SavedAt, HiddenAt) = (SavedAt ?? now, null);

    public void Unsave() => SavedAt = null;

    public void Hide(DateTime now) => (HiddenAt, SavedAt) = (HiddenAt ?? now, null);

    public void Unhide() => HiddenAt = null;

    public void Apply(DateTime now) => AppliedAt ??= now;

    public void TakeBack() => AppliedAt = null;

    public void Tell(DateTime now) => ToldAt = now;

    /// <summary>False when it was reported before.</summary>
    public bool TryReport(DateTime now)
    {
        if (ReportedAt is not null) return false;
        ReportedAt = now;
        return true;
    }

    public static void Describe(EntityTypeBuilder<OfferMark> mark)
    {
        mark.ToTable("marks");
        mark.HasKey(m => new { m.AccountId, m.OfferId });
        // Two reports at once are one, and so are two jobs that tell.
        mark.Property(m => m.ReportedAt).IsConcurrencyToken();
        mark.Property(m => m.ToldAt).IsConcurrencyToken();
        mark.HasIndex(m => m.OfferId);
    }
}
