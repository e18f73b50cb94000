using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Transmissions;

/// <summary>One offer sent to one programme, and what became of it; as the sender sees it.</summary>
internal sealed class Transmission
{
    /// <summary>Characters of a manager's words at the most, as the inbox has it.</summary>
    public const int LongestWords = 1000;

    private Transmission() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid OfferId { get; private init; }

    public Guid ProgrammeId { get; private init; }

    /// <summary>As the programme was called when the offer left.</summary>
    public string ProgrammeName { get; private init; } = "";

    public string Component { get; private init; } = "";

    /// <summary>None for a programme that the recruiter chose without the ranking.</summary>
    public Strength Strength { get; private init; }

    public IReadOnlyList<Reason> Reasons { get; private init; } = [];

    public DateTime SentAt { get; private init; }

    public DateTime? ReadAt { get; private set; }

    public int ForwardedCount { get; private set; }

    public DateTime? ForwardedAt { get; private set; }

    public DateTime? DeclinedAt { get; private set; }

    /// <summary>Null unless declined, and for what was declined before reasons had codes.</summary>
    public DeclineReason? DeclineCode { get; private set; }

    /// <summary>In the manager's words.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>When the managers had had their time to answer; they still may.</summary>
    public DateTime? UnansweredAt { get; private set; }

    public static Transmission Send(Offer offer, ProgrammeSnapshot programme, Strength strength, IReadOnlyList<Reason> reasons, DateTime now) => new()
    {
        OfferId = offer.Id,
        ProgrammeId = programme.Id,
        ProgrammeName = programme.Name,
        Component = programme.Component,
        Strength = strength,
        Reasons = reasons,
        SentAt = now,
    };

    public OfferTransmitted ToEvent(OfferSnapshot offer, PastTransmission? past = null) =>
        new(Id, ProgrammeId, offer, Strength, [.. Reasons.Select(r => r.Term)], SentAt, past);

    /// <summary>The first reading counts, in whatever order the news come.</summary>
    public void MarkRead(DateTime at) => ReadAt = ReadAt is { } before && before < at ? before : at;

    /// <summary>Adds a group of students; who they are is never known here.</summary>
    public Forward AddForward(Guid forwardId, int students, DateTime at)
    {
        ReadAt ??= at;
        ForwardedCount += students;
        ForwardedAt = ForwardedAt is { } before && before > at ? before : at;
        return new Forward(forwardId, Id, students, at);
    }

    /// <summary>No answer came in time; false when one did after all, or when that is known.</summary>
    public bool TryMarkUnanswered(DateTime at)
    {
        if (UnansweredAt is not null || ForwardedAt is not null || DeclinedAt is not null) return false;
        UnansweredAt = at;
        return true;
    }

    public void Decline(DeclineReason code, string reason, DateTime at)
    {
        ReadAt ??= at;
        (DeclinedAt, DeclineCode, DeclineReason) = (at, code, reason);
    }
}

/// <summary>One forward already counted: the same news twice counts once.</summary>
internal sealed record Forward(Guid Id, Guid TransmissionId, int Students, DateTime At);
