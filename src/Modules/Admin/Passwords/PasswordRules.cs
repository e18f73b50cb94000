using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Admin.Passwords;

/// <summary>
/// Long rather than complicated: 15 to 128 characters of any kind; refused when it names the product, the site or its owner's
/// address, or when little is left of it without common words, repeats and runs.
/// </summary>
internal sealed class PasswordRules(IConfiguration configuration, IStringLocalizer<Text> texts) : IPasswordValidator<Account>
{
    public const int Shortest = 15;
    public const int Longest = 128;

    /// <summary>
    /// PBKDF2 with HMAC-SHA512, as Identity's format V3 does it: about 45 ms on the reference machine, so that one core checks
    /// 20 sign-ins a second. A higher count re-hashes each password at its next sign-in.
    /// </summary>
    public const int Iterations = 100_000;

    // What must be left of a password without its common parts: as long as the shortest password that guides allowed when a
    // second factor stood beside it (NIST SP 800-63B-4, 3.1.1.1).
    private const int LeastOwn = 8;
    private const int ShortestOwner = 4;

    private static readonly Lazy<string[]> Common = new(ReadCommon);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var problem = Problem(password ?? "", user.Email ?? "");
        return Task.FromResult(problem is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = problem, Description = texts[problem, Shortest, Longest] }));
    }

    /// <summary>Key of the text that says what is wrong; null for a good password.</summary>
    public string? Problem(string password, string email)
    {
        var length = password.EnumerateRunes().Count();
        if (length is < Shortest or > Longest) return "PasswordLength";
        var letters = Letters(password);
        var owner = Letters(email.Split('@')[0]);
        if (Names().Any(letters.Contains) || owner.Length >= ShortestOwner && letters.Contains(owner, StringComparison.Ordinal)) return "PasswordContext";
        return LeftOf(password) < LeastOwn ? "PasswordCommon" : null;
    }

    private IEnumerable<string> Names() =>
        new[] { "smartrecruiting", Letters(configuration["Site:Name"] ?? "") }.Where(n => n.Length >= ShortestOwner);

    // Folded, without what stands between words: « Smart-Recruiting » is no better than "smartrecruiting".
    private static string Letters(string text) => string.Concat(Fold.Text(text).Where(char.IsLetterOrDigit));

    private static int LeftOf(string password)
    {
        var left = Fold.Text(password).Replace(" ", "", StringComparison.Ordinal);
        foreach (var word in Common.Value) left = left.Replace(word, "", StringComparison.Ordinal);
        var own = 0;
        for (var i = 0; i < left.Length; i++)
        {
            // The third and later characters of aaa, 123 or 321 add nothing.
            var step = i > 0 ? left[i] - left[i - 1] : int.MaxValue;
            if (i > 1 && step is >= -1 and <= 1 && left[i - 1] - left[i - 2] == step) continue;
            own++;
        }
        // "xy!xy!xy!xy!xy!" has three characters to guess.
        return Math.Min(own, 2 * left.Distinct().Count());
    }

    // Longest first, so that « motdepasse » goes before « mot ».
    private static string[] ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("SmartRecruiting.Admin.Passwords.common.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Fold.Text).Distinct().OrderByDescending(w => w.Length)];
    }
}
