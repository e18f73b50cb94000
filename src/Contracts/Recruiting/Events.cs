namespace SmartRecruiting.Contracts;

/// <summary>What the other modules may know of an offer; a copy, true at the moment of the event that carries it.</summary>
public sealed record OfferSnapshot(
    Guid OfferId,
    int Revision,
    string Title,
    string Text,
    OfferKind Kind,
    string? Level,
    Guid CompanyId,
    string CompanyName,
    string? City,
    DateOnly? Starts,
    int? DurationWeeks,
    string? ContactName,
    string? ContactEmail,
    DateTime PostedAt)
{
    /// <summary>Working time, pay, place of work, how to apply.</summary>
    public OfferTerms Terms { get; init; } = new();

    /// <summary>When its publication ends by itself; null when nobody said.</summary>
    public DateTime? EndsAt { get; init; }

    /// <summary>Names that may stand in the text and say nothing of the work: of the company, its town, the person to write to.</summary>
    public IReadOnlyCollection<string> Names() => [.. new[] { CompanyName, City, ContactName }.OfType<string>()];
}

/// <summary>The two kinds of offer.</summary>
public enum OfferKind
{
    /// <summary>Stage.</summary>
    Internship,

    /// <summary>Alternance.</summary>
    Apprenticeship,
}

/// <summary>Why an offer is not open any more.</summary>
public enum CloseReason
{
    /// <summary>The post is taken.</summary>
    Filled,

    /// <summary>Its publication ended.</summary>
    Expired,

    /// <summary>The recruiter took it back; it can come back within 30 days.</summary>
    Withdrawn,
}

/// <summary>An offer is open to be found: posted for the first time, or back after a withdrawal.</summary>
public sealed record OfferPosted(OfferSnapshot Offer) : IntegrationEvent;

/// <summary>An open offer reads differently now.</summary>
public sealed record OfferRevised(OfferSnapshot Offer) : IntegrationEvent;

/// <summary>An offer is not open any more.</summary>
public sealed record OfferClosed(Guid OfferId, int Revision, CloseReason Reason) : IntegrationEvent;

/// <summary>A student says that something is wrong with an offer.</summary>
/// <param name="Reason">In a few words, from a list; shown as it is.</param>
/// <param name="Words">The student's own; may be empty. Who it was stays where it was said.</param>
public sealed record OfferReported(Guid OfferId, string Reason, string Words, DateTime At) : IntegrationEvent;

/// <summary>A recruiter sent one offer to one programme.</summary>
/// <param name="Past">Null for what is sent now; set for what a file tells of the past, of which nobody is told anew.</param>
public sealed record OfferTransmitted(
    Guid TransmissionId,
    Guid ProgrammeId,
    OfferSnapshot Offer,
    Strength Strength,
    IReadOnlyList<string> Reasons,
    DateTime SentAt,
    PastTransmission? Past = null) : IntegrationEvent;

/// <summary>What became of a transmission of the past.</summary>
/// <param name="Closed">Why its offer is not open any more; null while it is.</param>
/// <param name="Answer">What the managers answered; null when they never did.</param>
public sealed record PastTransmission(CloseReason? Closed, PastAnswer? Answer);

/// <summary>A manager's answer of the past: forwarded, unless there is a reason to decline.</summary>
/// <param name="Students">How many it was forwarded to.</param>
/// <param name="Words">The manager's own words when declining; may be empty.</param>
public sealed record PastAnswer(DateTime At, int Students, DeclineReason? Declined, string Words);

/// <summary>Offers of the past, or of another system, came in with a file; each may name the programmes it was for.</summary>
public sealed record OffersImported(IReadOnlyList<ImportedOffer> Offers) : IntegrationEvent;

/// <summary>One imported offer: open ones can be found, all of them teach the model.</summary>
/// <param name="Closed">Why it is not open; null while it is, and for one that was never published (its company awaits approval).</param>
public sealed record ImportedOffer(OfferSnapshot Offer, bool IsOpen, IReadOnlyList<string> ProgrammeCodes, CloseReason? Closed);
