using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>A person's own request: what they wrote and what was answered.</summary>
internal sealed class RequestData(AdminDb db, IStringLocalizer<Text> text) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalPart>> ReadAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        var approval = await db.Approvals.AsNoTracking().SingleOrDefaultAsync(a => a.AccountId == owner.AccountId, cancellation);
        if (approval is null) return [];
        return
        [
            new PersonalPart(text["MyRequest"],
            [
                .. approval.Steps.OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => new Dictionary<string, string>
                {
                    [text["AuditAt"]] = s.At.ToString("u", CultureInfo.InvariantCulture),
                    [text["Asks"]] = approval.Asks,
                    [text["State"]] = text["Step" + s.What],
                    [text["Reason"]] = s.Reason.Length > 0 ? text["Reason" + s.Reason] : "",
                    [text["DecisionWords"]] = s.Words,
                }),
            ]),
        ];
    }

    public async Task EraseAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        var approval = await db.Approvals.SingleOrDefaultAsync(a => a.AccountId == owner.AccountId, cancellation);
        approval?.Forget();
        await db.SaveChangesAsync(cancellation);
    }
}
