using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Offers.Reading;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>What a recruiter types of an offer. A draft may lack anything, so nothing is required here; what is there must be right.</summary>
internal sealed record OfferForm
{
    [StringLength(Offer.TitleMax, ErrorMessage = "TitleLength")]
    public string? Title { get; init => field = Recruiting.OneLine.Of(value); }

    [StringLength(Offer.TextMax, ErrorMessage = "TextLength")]
    public string? Text { get; init => field = value?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null; }

    [EnumDataType(typeof(OfferKind), ErrorMessage = "KindUnknown")]
    public OfferKind Kind { get; init; }

    [AllowedValues(null, Levels.Bac2, Levels.Bac3, Levels.Bac4, Levels.Bac5, ErrorMessage = "LevelUnknown")]
    public string? Level { get; init; }

    [Range(1, Offer.PostsMax, ErrorMessage = "PostsRange")]
    public int? Posts { get; init; } = 1;

    public DateOnly? Starts { get; init; }

    public DateOnly? Ends { get; init; }

    [Range(1, Offer.WeeksMax, ErrorMessage = "WeeksRange")]
    public int? DurationWeeks { get; init; }

    [ModelBinder<AmountBinder>, Range(1.0, Offer.HoursMax, ErrorMessage = "HoursRange")]
    public decimal? WeeklyHours { get; init; }

    [StringLength(Offer.CityMax, ErrorMessage = "TooLong")]
    public string? City { get; init => field = Recruiting.OneLine.Of(value); }

    [EnumDataType(typeof(RemoteWork), ErrorMessage = "ValueOfList")]
    public RemoteWork? Remote { get; init; }

    public bool NightOrHoliday { get; init; }

    [ModelBinder<AmountBinder>, Range(0.0, Offer.PayMax, ErrorMessage = "PayRange")]
    public decimal? Pay { get; init; }

    [EnumDataType(typeof(PayUnit), ErrorMessage = "ValueOfList")]
    public PayUnit PayUnit { get; init; }

    [StringLength(Offer.BenefitsMax, ErrorMessage = "TooLong")]
    public string? Benefits { get; init => field = Recruiting.OneLine.Of(value); }

    [StringLength(Offer.ContactMax, ErrorMessage = "TooLong")]
    public string? ContactName { get; init => field = Recruiting.OneLine.Of(value); }

    [StringLength(Offer.EmailMax, ErrorMessage = "TooLong"), EmailAddress(ErrorMessage = "EmailInvalid")]
    public string? ContactEmail { get; init => field = Recruiting.OneLine.Of(value)?.ToLowerInvariant(); }

    [StringLength(Offer.UrlMax, ErrorMessage = "TooLong")]
    public string? ApplyUrl { get; init => field = Recruiting.OneLine.Of(value); }

    [StringLength(Offer.PhoneMax, ErrorMessage = "TooLong"), RegularExpression(@"^\+?[0-9 .()/\-]{6,}$", ErrorMessage = "PhoneInvalid")]
    public string? ApplyPhone { get; init => field = Recruiting.OneLine.Of(value); }

    [StringLength(Offer.ContactMax, ErrorMessage = "TooLong")]
    public string? Tutor { get; init => field = Recruiting.OneLine.Of(value); }

    [StringLength(Offer.RomeMax, ErrorMessage = "TooLong"), RegularExpression("^ *[A-Na-n][0-9]{4}( *[;, ] *[A-Na-n][0-9]{4})* *$", ErrorMessage = "RomeInvalid")]
    public string? RomeCodes { get; init => field = Recruiting.OneLine.Of(value); }

    [StringLength(Offer.ReferenceMax, ErrorMessage = "TooLong")]
    public string? Reference { get; init => field = Recruiting.OneLine.Of(value); }

    public bool IsAccessible { get; init; }

    [AllowedValues(1, 2, 3, 6, ErrorMessage = "ValueOfList")]
    public int PublicationMonths { get; init; } = Publication.Usual;

    public DateOnly? PublicUntil { get; init; }

    /// <summary>What the text says of fields that are still empty.</summary>
    [BindNever]
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    public static OfferForm From(OfferFields fields) => new()
    {
        Title = fields.Title,
        Text = fields.Text,
        Kind = fields.Kind,
        Level = fields.Level,
        Posts = fields.Terms.Posts,
        Starts = fields.Starts,
        Ends = fields.Terms.Ends,
        DurationWeeks = fields.DurationWeeks,
        WeeklyHours = fields.Terms.WeeklyHours,
        City = fields.City,
        Remote = fields.Terms.Remote,
        NightOrHoliday = fields.Terms.NightOrHoliday,
        Pay = fields.Terms.Pay,
        PayUnit = fields.Terms.PayUnit,
        Benefits = fields.Terms.Benefits,
        ContactName = fields.ContactName,
        ContactEmail = fields.ContactEmail,
        ApplyUrl = fields.Terms.ApplyUrl,
        ApplyPhone = fields.Terms.ApplyPhone,
        Tutor = fields.Terms.Tutor,
        RomeCodes = fields.Terms.RomeCodes,
        Reference = fields.Reference,
        IsAccessible = fields.Terms.IsAccessible,
        PublicationMonths = fields.PublicationMonths,
        PublicUntil = fields.PublicUntil,
    };

    /// <summary>What a checked form says.</summary>
    public OfferFields ToFields() => new(Title ?? "", Text ?? "", Kind, Level, City, Starts, DurationWeeks, ContactName, ContactEmail)
    {
        Reference = Reference,
        PublicationMonths = PublicationMonths,
        PublicUntil = PublicUntil,
        Terms = new OfferTerms
        {
            Ends = Ends,
            WeeklyHours = WeeklyHours,
            Posts = Posts ?? 1,
            Pay = Pay,
            PayUnit = PayUnit,
            Remote = Remote,
            NightOrHoliday = NightOrHoliday,
            Benefits = Benefits,
            Tutor = Tutor,
            RomeCodes = RomeCodes is null ? null : string.Join(';', RomeCodes.ToUpperInvariant().Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries)),
            IsAccessible = IsAccessible,
            ApplyUrl = ApplyUrl is not null && WebAddress.TryRead(ApplyUrl, out var address) ? address : ApplyUrl,
            ApplyPhone = ApplyPhone,
        },
    };

    public Proposal? Proposed(string field) => Proposals.FirstOrDefault(p => p.Field == field);

    /// <summary>What is right by itself and wrong together, or needs more than a pattern: names of fields and keys of texts.</summary>
    public IEnumerable<(string Field, string Error)> Faults(DateTime now)
    {
        if (Ends < Starts) yield return (nameof(Ends), "EndsBeforeStart");
        if (Publication.FaultOf(PublicUntil, now) is { } fault) yield return (nameof(PublicUntil), fault);
        if (ApplyUrl is not null && !WebAddress.TryRead(ApplyUrl, out _)) yield return (nameof(ApplyUrl), "ApplyUrlInvalid");
    }

    /// <summary>With these fields as they were: what is wrong cannot be kept.</summary>
    public OfferForm Without(IEnumerable<string> wrong, OfferForm before)
    {
        var right = this with { };
        foreach (var property in wrong.Select(typeof(OfferForm).GetProperty).OfType<System.Reflection.PropertyInfo>()) property.SetValue(right, property.GetValue(before));
        return right;
    }

    /// <summary>Takes what was read in the text.</summary>
    public OfferForm Accept(Proposal proposal) => proposal switch
    {
        { Field: nameof(Title), Value: string title } => this with { Title = title },
        { Field: nameof(Kind), Value: OfferKind kind } => this with { Kind = kind },
        { Field: nameof(Level), Value: string level } => this with { Level = level },
        { Field: nameof(Starts), Value: DateOnly day } => this with { Starts = day },
        { Field: nameof(Ends), Value: DateOnly day } => this with { Ends = day },
        { Field: nameof(DurationWeeks), Value: int weeks } => this with { DurationWeeks = weeks },
        { Field: nameof(WeeklyHours), Value: decimal hours } => this with { WeeklyHours = hours },
        { Field: nameof(City), Value: string city } => this with { City = city },
        { Field: nameof(Remote), Value: RemoteWork remote } => this with { Remote = remote },
        { Field: nameof(Pay), Value: PayRead pay } => this with { Pay = pay.Amount, PayUnit = pay.Unit },
        { Field: nameof(ContactEmail), Value: string email } => this with { ContactEmail = email },
        _ => throw new ArgumentException("No such field.", nameof(proposal)),
    };

    /// <summary>Whether nobody filled this in yet, so that a proposal helps.</summary>
    public bool Lacks(Proposal proposal) => proposal.Field switch
    {
        nameof(Title) => Title is null,
        nameof(Kind) => proposal.Value is OfferKind kind && kind != Kind,
        nameof(Level) => Level is null,
        nameof(Starts) => Starts is null,
        nameof(Ends) => Ends is null,
        nameof(DurationWeeks) => DurationWeeks is null && Ends is null,
        nameof(WeeklyHours) => WeeklyHours is null,
        nameof(City) => City is null,
        nameof(Remote) => Remote is null,
        nameof(Pay) => Pay is null,
        nameof(ContactEmail) => ContactEmail is null && ApplyUrl is null && ApplyPhone is null,
        _ => false,
    };
}
