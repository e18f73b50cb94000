using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Calendar;

namespace SmartRecruiting.Admin.PersonalData;

/// <summary>What this module keeps of a person: the account and what lets them in.</summary>
internal sealed class AdminPersonalData(AdminDb db, IStringLocalizer<Text> text) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalPart>> ReadAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        var me = owner.AccountId;
        var account = await db.Accounts.SingleAsync(a => a.Id == me, cancellation);
        var sessions = await db.Sessions.Where(s => s.AccountId == me).OrderBy(s => s.BegunAt).ToListAsync(cancellation);
        return
        [
            new PersonalPart(text["MyAccount"], [new Dictionary<string, string>
            {
                [text["Name"]] = account.Name,
                [text["Email"]] = account.Email!,
                [text["Role"]] = text["Role" + account.Role],
                [text["MemberSince"]] = account.CreatedAt.InFrance().ToString("g"),
                [text["LastSeen"]] = account.LastSeenAt.InFrance().ToString("g"),
            }]),
            new PersonalPart(text["Sessions"], [.. sessions.Select(s => new Dictionary<string, string>
            {
                [text["Device"]] = s.Device,
                [text["NetworkAddress"]] = s.Address ?? "",
                [text["SessionBegun"]] = s.BegunAt.InFrance().ToString("g"),
                [text["SessionSeen"]] = s.SeenAt.InFrance().ToString("g"),
            })]),
        ];
    }

    public async Task EraseAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        var me = owner.AccountId;
        await db.Sessions.Where(s => s.AccountId == me).ExecuteDeleteAsync(cancellation);
        await db.Links.Where(l => l.AccountId == me).ExecuteDeleteAsync(cancellation);
        await db.Wishes.Where(w => w.AccountId == me).ExecuteDeleteAsync(cancellation);
        await db.TwoFactors.Where(t => t.AccountId == me).ExecuteDeleteAsync(cancellation);
        await db.RecoveryCodes.Where(c => c.AccountId == me).ExecuteDeleteAsync(cancellation);
    }
}
