namespace SmartRecruiting.Contracts;

/// <summary>What companies ask of programmes now, by the statistics.</summary>
public interface IProgrammeDemand
{
    /// <summary>The demand for each of these programmes; nothing for one without any.</summary>
    Task<IReadOnlyDictionary<Guid, ProgrammeDemand>> OfAsync(IReadOnlyCollection<Guid> programmes, CancellationToken cancellation);
}

/// <summary>The demand for a programme.</summary>
/// <param name="Offers">Offers of the last twelve months for which it came first.</param>
/// <param name="Skills">What they ask for most, in the reader's language.</param>
public sealed record ProgrammeDemand(int Offers, IReadOnlyList<string> Skills);
