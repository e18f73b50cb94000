using System.Net.Mail;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Admin.Passwords;
using SmartRecruiting.Admin.SignIn;

namespace SmartRecruiting.Admin.SignUp;

/// <summary>
/// Signs somebody up. A new address and a known one get the same answer in the same time, and each a mail. Who signs up again before
/// confirming starts over, and the link of before is worthless: else it would confirm a password that somebody else chose.
/// </summary>
internal sealed class RequestAccount(
    AdminDb db,
    MailLinks links,
    AccountMail mails,
    PasswordRules rules,
    PasswordHashing hashing,
    Attempts attempts,
    IHttpContextAccessor http,
    TimeProvider clock,
    IStringLocalizer<Text> texts) : ISignUp
{
    private const int LongestName = 200;
    private const int LongestEmail = 256;

    public Task<IReadOnlyList<FieldError>> CheckAsync(NewAccount account, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<FieldError>>(Check(account));

    public async Task<IReadOnlyList<FieldError>> RequestAsync(NewAccount account, AccountWish wish, CancellationToken cancellation)
    {
        if (wish.Role is Roles.Administrator || !Roles.All.Contains(wish.Role)) throw new ArgumentException($"Nobody signs up as \"{wish.Role}\".", nameof(wish));
        var errors = Check(account);
        if (errors.Count > 0) return errors;
        var normal = Account.Normal(account.Email!);
        if (attempts.Begin("sign-up " + normal, http.HttpContext?.Connection.RemoteIpAddress) is { Ticks: > 0 } wait)
        {
            return [new FieldError(nameof(NewAccount.Email), texts["TooManyTries", Math.Ceiling(wait.TotalMinutes)])];
        }
        if (await hashing.HashAsync(account.Password!, cancellation) is not { } hash) return [new FieldError(nameof(NewAccount.Email), texts["SignInBusy"])];
        if (!attempts.MayMail(normal)) return [];
        try
        {
            await KeepAsync(account, normal, hash, wish, cancellation);
        }
        catch (DbUpdateException)
        {
            // The same address at the same time: it is known now.
            db.ChangeTracker.Clear();
            await KeepAsync(account, normal, hash, wish, cancellation);
        }
        return [];
    }

    private async Task KeepAsync(NewAccount typed, string normal, string hash, AccountWish wish, CancellationToken cancellation)
    {
        var (name, now, language) = (typed.Name!.Trim(), clock.GetUtcNow().UtcDateTime, AccountMail.Language);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == normal, cancellation);
        if (account is { Status: not AccountStatus.EmailUnverified })
        {
            // A closed account gets no mail; its owner knows.
            if (account.MaySignIn) db.Publish(mails.Known(account.Email!));
            await db.SaveChangesAsync(cancellation);
            return;
        }
        if (account is null)
        {
            account = Account.SignUp(typed.Email!, name, wish.Role, now, language);
            db.Add(account);
        }
        else
        {
            await links.RevokeAsync(LinkPurpose.ConfirmSignUp, account.Id, cancellation);
            account.SignUpAgain(name, wish.Role, now, language);
        }
        account.PasswordHash = hash;
        var kept = await db.Wishes.FindAsync([account.Id], cancellation);
        if (kept is null) db.Add(kept = new Wish(account.Id));
        kept.Become(wish);
        db.Publish(mails.Confirm(account, links.Add(LinkPurpose.ConfirmSignUp, account.Id)));
        await db.SaveChangesAsync(cancellation);
    }

    private List<FieldError> Check(NewAccount account)
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(account.Name)) Add(nameof(account.Name), texts["NameMissing"]);
        else if (account.Name.Trim().Length > LongestName) Add(nameof(account.Name), texts["NameLong", LongestName]);
        if (string.IsNullOrWhiteSpace(account.Email)) Add(nameof(account.Email), texts["EmailMissing"]);
        else if (!IsAddress(account.Email)) Add(nameof(account.Email), texts["EmailInvalid"]);
        if (string.IsNullOrEmpty(account.Password)) Add(nameof(account.Password), texts["PasswordMissing"]);
        else if (rules.Problem(account.Password, account.Email ?? "") is { } problem) Add(nameof(account.Password), texts[problem, PasswordRules.Shortest, PasswordRules.Longest]);
        return errors;

        void Add(string field, string message) => errors.Add(new FieldError(field, message));
    }

    /// <summary>An address and nothing beside it: "Name &lt;a@b.example&gt;" is none.</summary>
    internal static bool IsAddress(string email) =>
        email.Trim() is { Length: <= LongestEmail } bare && MailAddress.TryCreate(bare, out var address) && address.Address == bare;
}
