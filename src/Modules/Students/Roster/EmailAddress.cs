using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace SmartRecruiting.Students.Roster;

/// <summary>An e-mail address as it is compared: lower case, no display name, a domain with a dot.</summary>
internal readonly record struct EmailAddress
{
    /// <summary>RFC 5321: what fits between the angle brackets of a path.</summary>
    public const int MaxLength = 254;

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress email)
    {
        email = default;
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > MaxLength || trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return false;
        if (!MailAddress.TryCreate(trimmed, out var parsed) || parsed.Address != trimmed) return false;
        if (!parsed.Host.Contains('.', StringComparison.Ordinal) || parsed.Host.StartsWith('.') || parsed.Host.EndsWith('.')) return false;
        email = new EmailAddress(trimmed.ToLowerInvariant());
        return true;
    }
}
