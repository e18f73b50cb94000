using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Forwarding;

namespace SmartRecruiting.Students.Offers;

/// <summary>What stays known of an offer that some student received or marked, also when it is over.</summary>
internal sealed class KnownOffer
{
    private KnownOffer() { }

    public Guid OfferId { get; private init; }

    public int Revision { get; private set; }

    public string Title { get; private set; } = "";

    public string Company { get; private set; } = "";

    public string? City { get; private set; }

    /// <summary>Null while it is open.</summary>
    public DateTime? ClosedAt { get; private set; }

    public CloseReason? Reason { get; private set; }

    public static KnownOffer Of(OfferSnapshot offer)
    {
        var known = new KnownOffer { OfferId = offer.OfferId };
        known.Write(offer);
        return known;
    }

    /// <summary>Open, as it reads in this event; an older one changes nothing.</summary>
    public void Take(OfferSnapshot offer)
    {
        if (offer.Revision <= Revision) return;
        Write(offer);
        (ClosedAt, Reason) = (null, null);
    }

    public void Close(int revision, CloseReason reason, DateTime now)
    {
        if (revision < Revision || ClosedAt is not null) return;
        (Revision, ClosedAt, Reason) = (revision, now, reason);
    }

    public static void Describe(EntityTypeBuilder<KnownOffer> offer)
    {
        offer.ToTable("offers");
        offer.HasKey(o => o.OfferId);
        offer.Property(o => o.OfferId).ValueGeneratedNever();
        offer.Property(o => o.Title).HasMaxLength(Forward.TitleLength);
        offer.Property(o => o.Company).HasMaxLength(Forward.NameLength);
        offer.Property(o => o.City).HasMaxLength(Forward.NameLength);
        offer.HasIndex(o => o.ClosedAt);
    }

    private void Write(OfferSnapshot offer)
    {
        (Revision, Title, Company) = (offer.Revision, Forward.Cut(offer.Title, Forward.TitleLength), Forward.Cut(offer.CompanyName, Forward.NameLength));
        City = offer.City is { } city ? Forward.Cut(city, Forward.NameLength) : null;
    }
}

/// <summary>Gets to know offers.</summary>
internal static class KnownOfferExtensions
{
    /// <summary>From now on it is followed; the caller saves.</summary>
    public static async Task KnowAsync(this StudentsDb db, OfferSnapshot offer, CancellationToken cancellation)
    {
        if (!await db.Offers.AnyAsync(o => o.OfferId == offer.OfferId, cancellation)) db.Add(KnownOffer.Of(offer));
    }
}
