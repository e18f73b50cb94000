using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>What a recruiter types to post or change an offer.</summary>
internal sealed record OfferForm
{
    [Required(ErrorMessage = "TitleMissing"), StringLength(Offer.TitleMax, MinimumLength = Offer.TitleMin, ErrorMessage = "TitleLength")]
    public string? Title { get; init => field = OneLine(value); }

    [Required(ErrorMessage = "TextMissing"), StringLength(Offer.TextMax, MinimumLength = Offer.TextMin, ErrorMessage = "TextLength")]
    public string? Text { get; init => field = value?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null; }

    [EnumDataType(typeof(OfferKind), ErrorMessage = "KindUnknown")]
    public OfferKind Kind { get; init; }

    [AllowedValues(null, Levels.Bac2, Levels.Bac3, Levels.Bac4, Levels.Bac5, ErrorMessage = "LevelUnknown")]
    public string? Level { get; init; }

    [StringLength(Offer.CityMax, ErrorMessage = "TooLong")]
    public string? City { get; init => field = OneLine(value); }

    public DateOnly? Starts { get; init; }

    [Range(1, Offer.WeeksMax, ErrorMessage = "WeeksRange")]
    public int? DurationWeeks { get; init; }

    public DateOnly? Ends { get; init; }

    [ModelBinder<AmountBinder>, Range(1.0, Offer.HoursMax, ErrorMessage = "HoursRange")]
    public decimal? WeeklyHours { get; init; }

    [Range(1, Offer.PostsMax, ErrorMessage = "PostsRange")]
    public int? Posts { get; init; } = 1;

    [ModelBinder<AmountBinder>, Range(0.0, Offer.PayMax, ErrorMessage = "PayRange")]
    public decimal? Pay { get; init; }

    [EnumDataType(typeof(PayUnit), ErrorMessage = "ValueOfList")]
    public PayUnit PayUnit { get; init; }

    [StringLength(Offer.ContactMax, ErrorMessage = "TooLong")]
    public string? Tutor { get; init => field = OneLine(value); }

    [StringLength(Offer.ContactMax, ErrorMessage = "TooLong")]
    public string? ContactName { get; init => field = OneLine(value); }

    [StringLength(Offer.EmailMax, ErrorMessage = "TooLong"), EmailAddress(ErrorMessage = "EmailInvalid")]
    public string? ContactEmail { get; init => field = OneLine(value)?.ToLowerInvariant(); }

    public static OfferForm From(OfferFields fields) => new()
    {
        Title = fields.Title,
        Text = fields.Text,
        Kind = fields.Kind,
        Level = fields.Level,
        City = fields.City,
        Starts = fields.Starts,
        DurationWeeks = fields.DurationWeeks,
        ContactName = fields.ContactName,
        ContactEmail = fields.ContactEmail,
        Ends = fields.Terms.Ends,
        WeeklyHours = fields.Terms.WeeklyHours,
        Posts = fields.Terms.Posts,
        Pay = fields.Terms.Pay,
        PayUnit = fields.Terms.PayUnit,
        Tutor = fields.Terms.Tutor,
    };

    /// <summary>What a checked form says.</summary>
    public OfferFields ToFields() => new(Title!, Text!, Kind, Level, City, Starts, DurationWeeks, ContactName, ContactEmail)
    {
        Terms = new OfferTerms { Ends = Ends, WeeklyHours = WeeklyHours, Posts = Posts ?? 1, Pay = Pay, PayUnit = PayUnit, Tutor = Tutor },
    };

    // A line break smuggled into a title would end up in the subject of a mail.
    private static string? OneLine(string? typed) =>
        string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;
}
