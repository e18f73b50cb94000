using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.PersonalData;

/// <summary>What this module keeps of a person: the account and what lets them in.</summary>
internal sealed class AdminPersonalData(AdminDb db, IStringLocalizer<Text> text) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalPart>> ReadAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        var accounts = await db.Accounts.Where(a => a.Id == owner.AccountId).ToListAsync(cancellation);
        return [new PersonalPart(text["MyAccount"], [.. accounts.Select(a => new Dictionary<string, string>
        {
            [text["Name"]] = a.Name,
            [text["Email"]] = a.Email!,
            [text["Role"]] = text["Role" + a.Role],
            [text["MemberSince"]] = a.CreatedAt.ToString("g"),
            [text["LastSeen"]] = a.LastSeenAt.ToString("g"),
        })])];
    }

    public async Task EraseAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == owner.AccountId).ExecuteDeleteAsync(cancellation);
        await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == owner.AccountId).ExecuteDeleteAsync(cancellation);
        await db.Set<IdentityUserClaim<Guid>>().Where(c => c.UserId == owner.AccountId).ExecuteDeleteAsync(cancellation);
    }
}
