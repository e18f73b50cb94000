namespace SmartRecruiting.Contracts;

/// <summary>The programmes of the university, as they stand now.</summary>
public interface IProgrammes
{
    /// <summary>Those of the given ids that exist, in no order.</summary>
    Task<IReadOnlyList<ProgrammeSnapshot>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>Those of the given codes that exist (codes are compared without case), in no order.</summary>
    Task<IReadOnlyList<ProgrammeSnapshot>> FindByCodeAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation);

    /// <summary>Programmes whose name, code or component contains every word; by name; the whole catalogue for an empty text.</summary>
    Task<IReadOnlyList<ProgrammeSnapshot>> ListAsync(string? words, int most, CancellationToken cancellation);

    /// <summary>What programmes can be restricted by: the components and towns that the catalogue has.</summary>
    Task<CatalogueChoices> ChoicesAsync(CancellationToken cancellation);

    /// <summary>The programmes an account manages: those of its component, or those it was given.</summary>
    Task<IReadOnlySet<Guid>> ManagedByAsync(Guid accountId, CancellationToken cancellation);

    /// <summary>Makes an account the manager of a whole component; safe to call twice. False when the component is unknown.</summary>
    Task<bool> AttachManagerAsync(Guid accountId, string name, string email, string component, CancellationToken cancellation);
}

/// <summary>Names of components and towns, each once, by name.</summary>
public sealed record CatalogueChoices(IReadOnlyList<string> Components, IReadOnlyList<string> Cities);
