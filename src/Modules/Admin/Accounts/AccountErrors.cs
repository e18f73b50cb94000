using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace SmartRecruiting.Admin.Accounts;

/// <summary>What Identity says of an address, in the reader's language.</summary>
internal sealed class AccountErrors(IStringLocalizer<Text> texts) : IdentityErrorDescriber
{
    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "EmailInvalid");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "EmailInvalid");

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), "EmailTaken");

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), "EmailTaken");

    private IdentityError Say(string code, string key) => new() { Code = code, Description = texts[key] };
}
