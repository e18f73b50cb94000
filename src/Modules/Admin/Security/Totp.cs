using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmartRecruiting.Admin.Security;

/// <summary>
/// Codes by the clock, RFC 6238 as every authenticator application has it: HMAC-SHA1, 30 seconds, six digits. Identity's own reads the
/// system's clock and takes a code as often as it comes.
/// </summary>
internal static class Totp
{
    public const int Digits = 6;
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    // RFC 4226, 4: 160 bits.
    private const int SecretBytes = 20;
    private const int Modulus = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret in base 32, as people type it.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Base32, SecretBytes * 8 / 5);

    /// <summary>The step that this time lies in.</summary>
    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    /// <summary>The code of one step.</summary>
    /// <param name="secret">Base 32, without padding.</param>
    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // SHA-1 is what every application speaks; the keyed hash does not need a collision-free one.
        var hash = CryptographicOperations.HmacData(HashAlgorithmName.SHA1, Bytes(secret), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, of this one and its neighbours (clocks differ); null for none.</summary>
    public static long? Match(string secret, string code, DateTimeOffset now)
    {
        var here = StepAt(now);
        foreach (var step in (long[])[here, here - 1, here + 1])
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.ASCII.GetBytes(code))) return step;
        }
        return null;
    }

    private static byte[] Bytes(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        var (bits, value, at) = (0, 0, 0);
        foreach (var letter in secret)
        {
            value = (value << 5 | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFF;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[at++] = (byte)(value >> bits);
        }
        return bytes;
    }
}
