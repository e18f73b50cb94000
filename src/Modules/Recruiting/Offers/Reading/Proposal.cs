namespace SmartRecruiting.Recruiting.Offers.Reading;

/// <summary>What a text says of one field of the form, and the words that say it.</summary>
/// <param name="Value">Of the type that <see cref="OfferForm.Accept"/> expects for the field.</param>
internal sealed record Proposal(string Field, object Value, string Words);

/// <summary>A pay as a text says it.</summary>
internal sealed record PayRead(decimal Amount, PayUnit Unit);
