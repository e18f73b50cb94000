namespace SmartRecruiting.Contracts;

/// <summary>Tells what an account covers in this module: a company, components, programmes.</summary>
public interface IAccountScopes
{
    /// <summary>Their names; none when the module does not know the account.</summary>
    Task<IReadOnlyList<string>> OfAsync(Guid accountId, CancellationToken cancellation);
}
