namespace SmartRecruiting.Contracts;

/// <summary>Tells what the module knows of somebody who asks for access, for the person who decides; it never decides.</summary>
public interface ITrustFacts
{
    /// <summary>The facts, each with where it comes from; in the reader's language.</summary>
    Task<IReadOnlyList<TrustFact>> AboutAsync(TrustSubject subject, CancellationToken cancellation);
}

/// <summary>Whom a request is about.</summary>
/// <param name="CompanyId">The company asked for; null for managers, directors and students.</param>
public sealed record TrustSubject(Guid AccountId, string Email, Guid? CompanyId);

/// <summary>One fact, its source and what it speaks for.</summary>
public sealed record TrustFact(string Text, string Source, TrustTone Tone);

/// <summary>What a fact speaks for.</summary>
public enum TrustTone
{
    /// <summary>Neither.</summary>
    Neutral,

    /// <summary>Trust.</summary>
    Good,

    /// <summary>A closer look.</summary>
    Careful,
}
