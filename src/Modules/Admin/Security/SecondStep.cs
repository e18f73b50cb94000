using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Security;

/// <summary>The second factor: set up, asked for between password and session, spared on a device that is known.</summary>
internal sealed class SecondStep(AdminDb db, IDataProtectionProvider protection, IHttpContextAccessor http, TimeProvider clock)
{
    // Claims of the two cookies besides the session's.
    private const string Stamp = "stamp";

    private readonly IDataProtector secrets = protection.CreateProtector("two-factor");

    /// <summary>How long a device is spared the second step.</summary>
    public static TimeSpan KnownFor { get; } = TimeSpan.FromDays(30);

    /// <summary>How long the second step waits after the password.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(5);

    private HttpContext Http => http.HttpContext!;

    /// <summary>Notes that the password was right; no session yet.</summary>
    public Task AskAsync(Account account) => WriteAsync(IdentityConstants.TwoFactorUserIdScheme, account, account.SecurityStamp!, new AuthenticationProperties());

    /// <summary>Whose password was right a moment ago; null for nobody.</summary>
    public async Task<Account?> AskedAsync(CancellationToken cancellation)
    {
        var (id, stamp) = await ReadAsync(IdentityConstants.TwoFactorUserIdScheme);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellation);
        return account is { MaySignIn: true, TwoFactorEnabled: true } && account.SecurityStamp == stamp ? account : null;
    }

    /// <summary>Forgets the password that was right: the second step is done.</summary>
    public Task DoneAsync() => Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);

    /// <summary>Takes a code of the device or a recovery code; each counts once, however often and fast it comes.</summary>
    public async Task<bool> TakeAsync(Account account, string code, CancellationToken cancellation)
    {
        code = code.Replace(" ", "", StringComparison.Ordinal);
        if (code.Length != Totp.Digits)
        {
            var hash = RecoveryCode.HashOf(code);
            return await db.RecoveryCodes.Where(c => c.AccountId == account.Id && c.Hash == hash).ExecuteDeleteAsync(cancellation) == 1;
        }
        if (await db.TwoFactors.AsNoTracking().SingleOrDefaultAsync(t => t.AccountId == account.Id, cancellation) is not { } kept) return false;
        if (Open(kept.Secret) is not { } secret || Totp.Match(secret, code, clock.GetUtcNow()) is not { } step) return false;
        return await db.TwoFactors.Where(t => t.AccountId == account.Id && t.LastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastStep, step), cancellation) == 1;
    }

    /// <summary>Whether this browser was told to be spared the second step; another password or "forget" ends that.</summary>
    public async Task<bool> IsKnownDeviceAsync(Account account, CancellationToken cancellation)
    {
        var (id, stamp) = await ReadAsync(IdentityConstants.TwoFactorRememberMeScheme);
        return id == account.Id && stamp == await DevicesAsync(account, cancellation);
    }

    /// <summary>Spares this browser the second step from now on.</summary>
    public async Task RememberDeviceAsync(Account account, CancellationToken cancellation) => await WriteAsync(
        IdentityConstants.TwoFactorRememberMeScheme,
        account,
        await DevicesAsync(account, cancellation),
        new AuthenticationProperties { IsPersistent = true, IssuedUtc = clock.GetUtcNow(), ExpiresUtc = clock.GetUtcNow() + KnownFor });

    /// <summary>Asks for the second step on every device again.</summary>
    public Task ForgetDevicesAsync(Guid account, CancellationToken cancellation)
    {
        var next = Guid.NewGuid();
        return db.TwoFactors.Where(t => t.AccountId == account).ExecuteUpdateAsync(set => set.SetProperty(t => t.Devices, next), cancellation);
    }

    /// <summary>Switches the second factor on when the code proves that the owner's device has the secret; to be saved by the caller.</summary>
    /// <returns>The recovery codes, to be shown once; null for a wrong code.</returns>
    public IReadOnlyList<string>? TryAdd(Account account, string secret, string code)
    {
        if (Totp.Match(secret, code.Replace(" ", "", StringComparison.Ordinal), clock.GetUtcNow()) is not { } step) return null;
        db.Add(new TwoFactor(account.Id, secrets.Protect(secret), step));
        account.TwoFactorEnabled = true;
        return NewCodes(account.Id);
    }

    /// <summary>Makes the recovery codes of before worthless; to be saved by the caller.</summary>
    /// <returns>The new ones, to be shown once.</returns>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Guid account, CancellationToken cancellation)
    {
        await db.RecoveryCodes.Where(c => c.AccountId == account).ExecuteDeleteAsync(cancellation);
        return NewCodes(account);
    }

    /// <summary>Switches the second factor off; to be saved by the caller.</summary>
    public async Task RemoveAsync(Account account, CancellationToken cancellation)
    {
        account.TwoFactorEnabled = false;
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
        await db.TwoFactors.Where(t => t.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
    }

    private List<string> NewCodes(Guid account)
    {
        var codes = Enumerable.Range(0, RecoveryCode.HowMany).Select(_ => RecoveryCode.New()).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode(account, RecoveryCode.HashOf(code))));
        return codes;
    }

    private async Task<string> DevicesAsync(Account account, CancellationToken cancellation)
    {
        var devices = await db.TwoFactors.Where(t => t.AccountId == account.Id).Select(t => t.Devices).SingleOrDefaultAsync(cancellation);
        return $"{devices:N}{account.SecurityStamp}";
    }

    // Without the keys that wrote it, only recovery codes help.
    private string? Open(string secret)
    {
        try
        {
            return secrets.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private Task WriteAsync(string scheme, Account account, string stamp, AuthenticationProperties properties) => Http.SignInAsync(
        scheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()), new Claim(Stamp, stamp)], scheme)),
        properties);

    private async Task<(Guid Id, string Stamp)> ReadAsync(string scheme)
    {
        var cookie = (await Http.AuthenticateAsync(scheme)).Principal;
        return Guid.TryParse(cookie?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? (id, cookie!.FindFirstValue(Stamp) ?? "") : default;
    }
}
