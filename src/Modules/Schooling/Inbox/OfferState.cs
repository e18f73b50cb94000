namespace SmartRecruiting.Schooling.Inbox;

/// <summary>
/// Whether an offer that was once closed is closed now. It stands apart from the inbox, because an offer can be withdrawn before
/// its transmission arrives here.
/// </summary>
internal sealed class OfferState
{
    private OfferState() { }

    public OfferState(Guid offer, int revision, CloseReason reason) => (OfferId, Revision, Closed) = (offer, revision, reason);

    public Guid OfferId { get; private init; }

    public int Revision { get; private set; }

    public CloseReason? Closed { get; private set; }

    public void Close(int revision, CloseReason reason)
    {
        if (revision >= Revision) (Revision, Closed) = (revision, reason);
    }

    public void Open(int revision)
    {
        if (revision >= Revision) (Revision, Closed) = (revision, null);
    }
}
