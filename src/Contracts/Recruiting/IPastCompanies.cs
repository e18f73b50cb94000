namespace SmartRecruiting.Contracts;

/// <summary>The companies that proposed internships or apprenticeships of a kind before, for those who want to write without an offer.</summary>
public interface IPastCompanies
{
    /// <summary>Companies that proposed offers of this kind, those that asked for more of the skills first; never one that does not want to be listed.</summary>
    Task<IReadOnlyList<PastCompany>> FindAsync(WorkSought work, int most, CancellationToken cancellation);

    /// <summary>People who agreed to be written to, of companies that work in the domain; what each of them hides from students is not there.</summary>
    /// <param name="domain">A key of <see cref="Domains"/>.</param>
    /// <param name="except">Companies that are shown already.</param>
    /// <param name="most">People at the most.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<CompanyContact>> ContactsAsync(string domain, IReadOnlyCollection<Guid> except, int most, CancellationToken cancellation);
}

/// <summary>The kind of work that somebody looks for.</summary>
/// <param name="Domain">A key of <see cref="Domains"/>; null when it is not known, and then only skills count.</param>
/// <param name="Skills">Ids.</param>
/// <param name="Kind">Null for both.</param>
/// <param name="City">Accents and case aside; null for any.</param>
public sealed record WorkSought(string? Domain, IReadOnlyList<string> Skills, OfferKind? Kind = null, string? City = null);

/// <summary>A company, and what it proposed of this kind.</summary>
/// <param name="Offers">How many, those that are open now too.</param>
/// <param name="Last">When it posted the last one.</param>
/// <param name="Skills">Ids of the skills sought that its offers asked for.</param>
/// <param name="Contacts">People who agreed to be written to.</param>
public sealed record PastCompany(
    Guid Id, string Name, string? City, string? Website, int Offers, DateOnly Last, IReadOnlyList<string> Skills, IReadOnlyList<CompanyContact> Contacts);

/// <summary>Somebody to write to; only what they show to students.</summary>
public sealed record CompanyContact(string Company, string? Name, string? Function, string? Email, string? Phone);
