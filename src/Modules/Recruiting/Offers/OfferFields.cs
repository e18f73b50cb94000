namespace SmartRecruiting.Recruiting.Offers;

/// <summary>What a recruiter writes. A draft may lack anything; what is published has all that <see cref="Missing"/> asks for.</summary>
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

    /// <summary>The company's own name for it.</summary>
    public string? Reference { get; init; }

    public int PublicationMonths { get; init; } = Publication.Usual;

    /// <summary>When its publication ends, whatever its months say.</summary>
    public DateOnly? PublicUntil { get; init; }

    /// <summary>What it lacks to be published, by the names of the form's fields.</summary>
    public IReadOnlyList<string> Missing()
    {
        (string Name, bool IsThere)[] needed =
        [
            (nameof(Title), Title.Length >= Offer.TitleMin),
            (nameof(Text), Text.Length >= Offer.TextMin),
            (nameof(Level), Level is not null),
            (nameof(Starts), Starts is not null),
            (nameof(DurationWeeks), DurationWeeks is not null || Terms.Ends is not null),
            (nameof(OfferTerms.WeeklyHours), Terms.WeeklyHours is not null),
            (nameof(City), City is not null || Terms.Remote is RemoteWork.Full),
            (nameof(OfferTerms.Pay), Terms.Pay is not null),
            (nameof(ContactEmail), ContactEmail is not null || Terms.ApplyUrl is not null || Terms.ApplyPhone is not null),
        ];
        return [.. needed.Where(field => !field.IsThere).Select(field => field.Name)];
    }
}
