namespace SmartRecruiting.Recruiting.Offers;

/// <summary>What was done to an offer.</summary>
internal enum OfferDeed
{
    Created,
    Submitted,
    Held,
    Cleared,
    ChangesAsked,
    Rejected,
    Published,
    Paused,
    Filled,
    Expired,
    Renewed,
    Withdrawn,
    Restored,
}

/// <summary>One step in the life of an offer: from what to what, by whom, when and why. Rows are added, never changed.</summary>
internal sealed class OfferChange
{
    private OfferChange() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid OfferId { get; private init; }

    /// <summary>Null for its beginning.</summary>
    public OfferStatus? From { get; private init; }

    public OfferStatus To { get; private init; }

    public OfferDeed Deed { get; private init; }

    /// <summary>The account that did it; null for the platform itself.</summary>
    public Guid? By { get; private init; }

    public DateTime At { get; private init; }

    public static OfferChange Of(Offer offer, OfferStatus? from, OfferDeed deed, Guid? by, DateTime at) =>
        new() { OfferId = offer.Id, From = from, To = offer.Status, Deed = deed, By = by, At = at };
}
