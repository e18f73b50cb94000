using System.ComponentModel.DataAnnotations;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>What a recruiter types of a contact, and what students may see of it.</summary>
internal sealed record ContactForm
{
    [Required(ErrorMessage = "NameMissing"), StringLength(Offer.ContactMax, ErrorMessage = "TooLong")]
    public string? Name { get; init => field = OneLine.Of(value); }

    [StringLength(Offer.ContactMax, ErrorMessage = "TooLong")]
    public string? Function { get; init => field = OneLine.Of(value); }

    [StringLength(Offer.EmailMax, ErrorMessage = "TooLong"), EmailAddress(ErrorMessage = "EmailInvalid")]
    public string? Email { get; init => field = OneLine.Of(value)?.ToLowerInvariant(); }

    [StringLength(Contact.PhoneMax, ErrorMessage = "TooLong"), RegularExpression(@"^\+?[0-9 .()/\-]{6,}$", ErrorMessage = "PhoneInvalid")]
    public string? Phone { get; init => field = OneLine.Of(value); }

    public bool ShowsName { get; init; } = true;

    public bool ShowsFunction { get; init; } = true;

    public bool ShowsEmail { get; init; } = true;

    /// <summary>A number is a person's own more often than not, so it stays hidden until somebody says so.</summary>
    public bool ShowsPhone { get; init; }

    public bool TakesSpontaneous { get; init; }

    public static ContactForm From(Contact contact) => new()
    {
        Name = contact.Name,
        Function = contact.Function,
        Email = contact.Email,
        Phone = contact.Phone,
        ShowsName = contact.Shown.HasFlag(ContactFields.Name),
        ShowsFunction = contact.Shown.HasFlag(ContactFields.Function),
        ShowsEmail = contact.Shown.HasFlag(ContactFields.Email),
        ShowsPhone = contact.Shown.HasFlag(ContactFields.Phone),
        TakesSpontaneous = contact.TakesSpontaneous,
    };

    /// <summary>What a checked form says.</summary>
    public ContactDetails ToDetails() => new(
        Name!, Function, Email, Phone, TakesSpontaneous,
        Of(ShowsName, ContactFields.Name) | Of(ShowsFunction, ContactFields.Function) | Of(ShowsEmail, ContactFields.Email) | Of(ShowsPhone, ContactFields.Phone));

    private static ContactFields Of(bool shown, ContactFields field) => shown ? field : ContactFields.None;
}
