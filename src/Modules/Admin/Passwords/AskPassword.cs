using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.SignIn;

namespace SmartRecruiting.Admin.Passwords;

/// <summary>Asks who is signed in for the password once more, before something that a stranger at the same desk must not do.</summary>
internal sealed class AskPassword(PasswordHashing hashing, Attempts attempts, IHttpContextAccessor http, IStringLocalizer<Text> texts)
{
    /// <summary>What to say beside the field; null when the password is right.</summary>
    public async Task<string?> RefusalAsync(Account account, string? password, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(password)) return texts["PasswordMissing"];
        var address = http.HttpContext!.Connection.RemoteIpAddress;
        if (attempts.Begin(account.NormalizedEmail!, address) is { Ticks: > 0 } wait) return texts["TooManyTries", Math.Ceiling(wait.TotalMinutes)];
        switch (await hashing.CheckAsync(account, password, cancellation))
        {
            case null: return texts["SignInBusy"];
            case false: return texts["PasswordWrong"];
            default:
                attempts.Succeed(account.NormalizedEmail!, address);
                return null;
        }
    }
}
