namespace SmartRecruiting.Contracts;

/// <summary>Counts over the rosters of students; never who.</summary>
public interface IRoster
{
    /// <summary>How many students of a programme a forward would reach.</summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="years">The years of study chosen; empty for all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<RosterCount> CountAsync(Guid programmeId, IReadOnlyCollection<int> years, CancellationToken cancellation);
}

/// <summary>A group's size, and how many of it accept mail; by year of study too.</summary>
public sealed record RosterCount(int Students, int Receiving, IReadOnlyDictionary<int, int> ReceivingByYear);

/// <summary>An offer left for the students of a programme; tells how many, never who.</summary>
public sealed record TransmissionForwarded(Guid ForwardId, Guid TransmissionId, int Count, DateTime ForwardedAt) : IntegrationEvent;

/// <summary>Somebody searched; never their words, nor who.</summary>
public sealed record SearchMade(SearchKind Kind, string Domain, IReadOnlyList<string> Skills) : IntegrationEvent;

/// <summary>What a search was for.</summary>
public enum SearchKind
{
    /// <summary>An internship.</summary>
    Internship,

    /// <summary>A programme.</summary>
    Programme,
}

/// <summary>A student whom no roster has waits to be recognised by the managers of a programme; who it is, only they see.</summary>
public sealed record StudentWaits(Guid ProgrammeId) : IntegrationEvent;
