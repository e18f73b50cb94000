namespace SmartRecruiting.Contracts;

/// <summary>Says what a programme that does not exist would change.</summary>
public interface IProgrammeSimulation
{
    /// <summary>Ranks offers as if a programme that teaches these skills were in the catalogue; seconds for the most offers.</summary>
    /// <param name="skills">Names, or ids of the lexicon.</param>
    /// <param name="level">Bac+2 … Bac+5; null for any.</param>
    /// <param name="offerIds">The first 2,000 count; those that are not known are passed over.</param>
    Task<SimulatedProgramme> SimulateAsync(IReadOnlyList<string> skills, string? level, IReadOnlyCollection<Guid> offerIds, CancellationToken cancellation);
}

/// <summary>What a new programme would gain.</summary>
/// <param name="Offers">How many offers were looked at.</param>
/// <param name="Gained">Those for which it would come first and fit well: good or strong.</param>
/// <param name="GainedOffers">Which ones.</param>
public sealed record SimulatedProgramme(int Offers, int Gained, IReadOnlyList<Guid> GainedOffers);
