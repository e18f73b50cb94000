namespace SmartRecruiting.Contracts;

/// <summary>The files that go with offers; each is at <c>/attachments/{id}</c> for those who may see its offer.</summary>
public interface IOfferFiles
{
    /// <summary>Those of one offer, in their order.</summary>
    Task<IReadOnlyList<OfferFile>> ListAsync(Guid offerId, CancellationToken cancellation);
}

/// <summary>One file of an offer.</summary>
/// <param name="Length">Bytes.</param>
public sealed record OfferFile(Guid Id, string Name, int Length);
