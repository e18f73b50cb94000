using System.Security.Cryptography;
using System.Text;

namespace SmartRecruiting.Admin.Mail;

/// <summary>A link in a mail that lets its reader do one thing once. Only the hash of its token is kept.</summary>
internal sealed class MailLink
{
    private const int TokenBytes = 32;

    // For EF.
    private MailLink() => TokenHash = "";

    public Guid Id { get; private init; }

    public string TokenHash { get; private init; }

    public LinkPurpose Purpose { get; private init; }

    public Guid AccountId { get; private init; }

    /// <summary>The address that the account is to have; null when the link is about something else.</summary>
    public string? Address { get; private init; }

    public DateTime ExpiresAt { get; private init; }

    public static (MailLink Link, string Token) Make(Guid id, LinkPurpose purpose, Guid account, DateTime now, string? address = null)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var link = new MailLink { Id = id, TokenHash = Hash(token), Purpose = purpose, AccountId = account, Address = address, ExpiresAt = now + Lifetime(purpose) };
        return (link, token);
    }

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    // An hour for what opens an account that is there; a day for what only proves an address.
    private static TimeSpan Lifetime(LinkPurpose purpose) => purpose is LinkPurpose.ResetPassword ? TimeSpan.FromHours(1) : TimeSpan.FromHours(24);
}

/// <summary>What a link in a mail is for.</summary>
internal enum LinkPurpose
{
    ConfirmSignUp,
    ResetPassword,
    ChangeEmail,
}
