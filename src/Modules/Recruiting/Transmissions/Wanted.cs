namespace SmartRecruiting.Recruiting.Transmissions;

/// <summary>A programme ticked for an offer whose company is not approved yet: it gets the offer on approval, and nothing before.</summary>
internal sealed record Wanted(Guid OfferId, Guid ProgrammeId);
