using System.Security.Cryptography;

namespace SmartRecruiting.Admin.Passwords;

internal static class NewPassword
{
    /// <summary>20 characters of 32: 100 bits, and nothing that can be misread when typed.</summary>
    public static string Make() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789-", 20);
}
