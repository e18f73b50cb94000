namespace SmartRecruiting.Contracts;

/// <summary>What the other modules may know of a programme; a copy, true at the moment it was made.</summary>
/// <param name="Level">Bac+2 … Bac+5: what a student holds at the end.</param>
/// <param name="Years">Years of study after the baccalauréat in which its students do internships.</param>
/// <param name="City">The town where it is taught.</param>
public sealed record ProgrammeSnapshot(
    Guid Id,
    string Code,
    string Slug,
    string Name,
    string Component,
    string University,
    string Level,
    IReadOnlyList<int> Years,
    string Description,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> Jobs,
    IReadOnlyList<string> RomeCodes,
    string? Responsible,
    string? Email,
    string? Phone,
    string? City = null);

/// <summary>A programme is new, or reads differently now.</summary>
public sealed record ProgrammeChanged(ProgrammeSnapshot Programme, int Revision) : IntegrationEvent;

/// <summary>A manager opened a transmission for the first time.</summary>
public sealed record TransmissionRead(Guid TransmissionId, DateTime ReadAt) : IntegrationEvent;

/// <summary>Why a manager will not forward an offer, as a code beside the manager's own words.</summary>
public enum DeclineReason
{
    /// <summary>Something else: the words say it.</summary>
    Other,

    /// <summary>The work is not what the programme teaches: a label for the model.</summary>
    NotOurProgramme,

    /// <summary>The right field, but not the level or year of study.</summary>
    WrongLevel,

    /// <summary>Its students are in class then, or have their internship already.</summary>
    WrongPeriod,

    /// <summary>Too little is said of the work, or it does not look like an internship.</summary>
    PoorOffer,
}

/// <summary>A manager will not forward a transmission, and says why.</summary>
public sealed record TransmissionDeclined(Guid TransmissionId, DeclineReason Code, string Reason, DateTime DeclinedAt) : IntegrationEvent;

/// <summary>Programmes to which an offer was sent did not answer in the time they have; they still may.</summary>
public sealed record TransmissionsUnanswered(Guid OfferId, IReadOnlyList<Guid> TransmissionIds, DateTime At) : IntegrationEvent;

/// <summary>A manager asks that an offer reach a group of a programme's students.</summary>
/// <param name="Years">The years of study chosen; empty for all.</param>
/// <param name="By">The account that wrote the note; null when that is not known any more.</param>
public sealed record ForwardRequested(
    Guid ForwardId,
    Guid TransmissionId,
    Guid ProgrammeId,
    string ProgrammeName,
    IReadOnlyList<int> Years,
    string? Note,
    OfferSnapshot Offer,
    Guid? By = null) : IntegrationEvent;
