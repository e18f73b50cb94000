using SmartRecruiting.Schooling.Catalogue;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>How far the managers are with a transmission.</summary>
internal enum InboxState
{
    New,
    Read,
    Forwarded,
    Declined,
}

/// <summary>What is done about a transmission that nobody answers, in this order.</summary>
internal enum ChaseStep
{
    Remind,
    AskOthers,
    TellRecruiter,
}

/// <summary>A transmission as the programme's managers see it. Its id is the transmission's: it arrives once.</summary>
internal sealed class InboxItem
{
    /// <summary>Characters of a reason at the most.</summary>
    public const int LongestReason = 1000;

    /// <summary>Working days without an answer after which the managers are reminded.</summary>
    public const int RemindAfter = 5;

    private const int AskOthersAfter = 10;
    private const int TellRecruiterAfter = 15;

    private InboxItem() { }

    public InboxItem(OfferTransmitted sent, Programme programme, DateTime now)
    {
        Id = sent.TransmissionId;
        (Programme, ProgrammeId) = (programme, programme.Id);
        OfferId = sent.Offer.OfferId;
        (Strength, Reasons, SentAt) = (sent.Strength, sent.Reasons, sent.SentAt);
        Take(sent.Offer);
        if (sent.Past is null) AwaitedSince = now;
        if (sent.Past?.Answer is { Declined: { } code } no) TryDecline(code, no.Words, no.At);
        else if (sent.Past?.Answer is { } yes) TryForward(yes.At);
    }

    public Guid Id { get; private init; }

    public Guid ProgrammeId { get; private init; }

    public Programme Programme { get; private init; } = null!;

    public Guid OfferId { get; private init; }

    /// <summary>The offer as it reads now; what is forwarded.</summary>
    public OfferSnapshot Offer { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string Company { get; private set; } = "";

    public Strength Strength { get; private init; }

    public IReadOnlyList<string> Reasons { get; private init; } = [];

    public DateTime SentAt { get; private init; }

    /// <summary>When the managers' time to answer began; null for one of the past, which nobody waits for.</summary>
    public DateTime? AwaitedSince { get; private init; }

    public DateTime? RemindedAt { get; private set; }

    /// <summary>When others than the programme's managers were asked; they may answer from then on.</summary>
    public DateTime? OthersAskedAt { get; private set; }

    /// <summary>When the recruiter was told that no answer came; it still may.</summary>
    public DateTime? UnansweredAt { get; private set; }

    public InboxState State { get; private set; }

    public DateTime? ReadAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Null unless declined, and for what was declined before reasons had codes.</summary>
    public DeclineReason? DeclineCode { get; private set; }

    /// <summary>The manager's own words.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>Takes a later wording of the offer; an older one changes nothing.</summary>
    public void Revise(OfferSnapshot offer)
    {
        if (offer.Revision > Offer.Revision) Take(offer);
    }

    /// <summary>The offer's company is part of another one now.</summary>
    public void Belong(Guid companyId, string company) => Take(Offer with { CompanyId = companyId, CompanyName = company });

    /// <summary>Takes notice; false when somebody did already.</summary>
    public bool TryRead(DateTime now)
    {
        if (State is not InboxState.New) return false;
        (State, ReadAt) = (InboxState.Read, now);
        return true;
    }

    /// <summary>Marks as forwarded, also to one more group; false when it was declined.</summary>
    public bool TryForward(DateTime now)
    {
        if (State is InboxState.Declined) return false;
        if (State is not InboxState.Forwarded) DecidedAt = now;
        State = InboxState.Forwarded;
        ReadAt ??= now;
        return true;
    }

    /// <summary>Declines, for good; false when it was decided already.</summary>
    public bool TryDecline(DeclineReason code, string reason, DateTime now)
    {
        if (State is not (InboxState.New or InboxState.Read)) return false;
        (State, DecidedAt) = (InboxState.Declined, now);
        (DeclineCode, DeclineReason) = (code, reason);
        ReadAt ??= now;
        return true;
    }

    /// <summary>
    /// Takes the step that so many working days without an answer call for; null when it was taken, or none is due. What a job that stood
    /// still has missed is not made up for: a reminder a day before the recruiter is told would help nobody.
    /// </summary>
    public ChaseStep? TryChase(int days, DateTime now)
    {
        if (State is not (InboxState.New or InboxState.Read) || AwaitedSince is null || UnansweredAt is not null) return null;
        switch (days)
        {
            case >= TellRecruiterAfter:
                UnansweredAt = now;
                return ChaseStep.TellRecruiter;
            case >= AskOthersAfter when OthersAskedAt is null:
                OthersAskedAt = now;
                return ChaseStep.AskOthers;
            case >= RemindAfter when RemindedAt is null && OthersAskedAt is null:
                RemindedAt = now;
                return ChaseStep.Remind;
            default:
                return null;
        }
    }

    /// <summary>Takes the person to write to out of the offer.</summary>
    public void ForgetContact() => Offer = Offer with { ContactName = null, ContactEmail = null };

    private void Take(OfferSnapshot offer)
    {
        Offer = offer;
        Title = Cut(offer.Title);
        Company = Cut(offer.CompanyName);
    }

    private static string Cut(string text) => text.Length <= Limits.Name ? text : text[..Limits.Name];
}
