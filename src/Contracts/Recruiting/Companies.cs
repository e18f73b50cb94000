namespace SmartRecruiting.Contracts;

/// <summary>A company asks to recruit here; a person must look at it. Comes again when it has answered a question.</summary>
/// <param name="Siret">14 digits; null for a company abroad.</param>
/// <param name="AccountId">The recruiter who asks, who is approved with the company.</param>
public sealed record CompanyRequested(Guid CompanyId, string Name, string? Siret, string Country, Guid AccountId) : IntegrationEvent;

/// <summary>What an administrator decides about a company.</summary>
public enum CompanyDecision
{
    /// <summary>It recruits here, also after a suspension.</summary>
    Approved,

    /// <summary>It must tell more first.</summary>
    InfoAsked,

    /// <summary>It does not recruit here.</summary>
    Rejected,

    /// <summary>Not for now.</summary>
    Suspended,

    /// <summary>Its SIRET never comes back.</summary>
    Banned,
}

/// <summary>An administrator decided about a company.</summary>
/// <param name="Reason">A code of the administrator's list; empty for an approval.</param>
/// <param name="Words">The administrator's own; may be empty.</param>
/// <param name="By">The administrator's account.</param>
public sealed record CompanyDecided(Guid CompanyId, CompanyDecision Decision, string Reason, string Words, Guid By, DateTime At) : IntegrationEvent;

/// <summary>Two rows were one company: everything of the first belongs to the second now.</summary>
public sealed record CompanyMerged(Guid FromId, Guid IntoId, string IntoName) : IntegrationEvent;
