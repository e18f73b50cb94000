namespace SmartRecruiting.Contracts;

/// <summary>What a module keeps of a person: it can be taken away, and taken out.</summary>
public interface IPersonalData
{
    /// <summary>Everything this module keeps of the person, for the person to read.</summary>
    Task<IReadOnlyList<PersonalPart>> ReadAsync(PersonalOwner owner, CancellationToken cancellation);

    /// <summary>
    /// Deletes what is of no use without the person. What stays is swept afterwards: their name and address are taken out of every text
    /// of every table. Safe to call twice.
    /// </summary>
    Task EraseAsync(PersonalOwner owner, CancellationToken cancellation);
}

/// <summary>Whose data.</summary>
/// <param name="Email">In lower case.</param>
public sealed record PersonalOwner(Guid AccountId, string Email, string Name = "");

/// <summary>One heading of what is kept, in the reader's language, and its rows: names of fields and their values.</summary>
public sealed record PersonalPart(string Title, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows);
