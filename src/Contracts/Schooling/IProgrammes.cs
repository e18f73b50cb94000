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

    /// <summary>A page of the catalogue, by component and name: what a list of programmes shows, and no more.</summary>
    /// <param name="words">Every word must stand in name, code or component; null or empty for all.</param>
    /// <param name="level">Only programmes of this level; null for all.</param>
    /// <param name="page">1 for the first; beyond the last, the last.</param>
    /// <param name="size">Programmes a page.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<ProgrammePage> PageAsync(string? words, string? level, int page, int size, CancellationToken cancellation);

    /// <summary>The programmes an account manages, those of its university or component and those it was given: their codes by id.</summary>
    Task<IReadOnlyDictionary<Guid, string>> ManagedByAsync(Guid accountId, CancellationToken cancellation);

    /// <summary>What programmes can be restricted by: the components and towns that the catalogue has.</summary>
    Task<CatalogueChoices> ChoicesAsync(CancellationToken cancellation);

    /// <summary>Makes an account the manager of a whole component; safe to call twice. False when the component is unknown.</summary>
    Task<bool> AttachManagerAsync(Guid accountId, string name, string email, string component, CancellationToken cancellation);

    /// <summary>Makes an account the director of a university; safe to call twice. False when the university is unknown.</summary>
    Task<bool> AttachDirectorAsync(Guid accountId, string name, string email, string university, CancellationToken cancellation);
}

/// <summary>One line of a list of programmes.</summary>
public sealed record ProgrammeLine(Guid Id, string Slug, string Name, string Component, string Level);

/// <summary>A page of programmes, which one it is, and how many there are in all.</summary>
public sealed record ProgrammePage(IReadOnlyList<ProgrammeLine> Lines, int Page, int Total);

/// <summary>Names of components and towns, each once, by name.</summary>
public sealed record CatalogueChoices(IReadOnlyList<string> Components, IReadOnlyList<string> Cities);
