namespace SmartRecruiting.Recruiting.Offers;

/// <summary>What a recruiter writes; the title and the text are needed, the rest can follow.</summary>
internal sealed record OfferFields(
    string Title,
    string Text,
    OfferKind Kind,
    string? Level,
    string? City,
    DateOnly? Starts,
    int? DurationWeeks,
    string? ContactName,
    string? ContactEmail)
{
    /// <summary>Working time, pay, place of work, how to apply.</summary>
    public OfferTerms Terms { get; init; } = new();
}
