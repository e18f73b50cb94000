using System.Security.Cryptography;
using System.Text;

namespace SmartRecruiting.Admin.Security;

/// <summary>The second factor of an account.</summary>
internal sealed class TwoFactor(Guid accountId, string secret, long lastStep)
{
    public Guid AccountId { get; private init; } = accountId;

    /// <summary>Encrypted with the host's keys.</summary>
    public string Secret { get; private init; } = secret;

    /// <summary>The step of the last code that was taken: that code and older ones are worthless.</summary>
    public long LastStep { get; private init; } = lastStep;

    /// <summary>What a device must have kept to be spared the second step.</summary>
    public Guid Devices { get; private init; } = Guid.NewGuid();
}

/// <summary>A code that replaces the device once. Only its hash is kept.</summary>
internal sealed class RecoveryCode(Guid accountId, string hash)
{
    public const int HowMany = 10;

    // 24 of 31 characters are 118 bits: more than can be tried, so a plain hash is enough.
    private const int Length = 24;
    private const int Group = 6;

    public Guid AccountId { get; private init; } = accountId;

    public string Hash { get; private init; } = hash;

    public static string New() =>
        string.Join('-', RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", Length).Chunk(Group).Select(group => new string(group)));

    public static string HashOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant())));
}
