using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>What the accounts tell of somebody who asks for access.</summary>
internal sealed class AccountFacts(AdminDb db, TimeProvider clock, IStringLocalizer<Text> text) : ITrustFacts
{
    public async Task<IReadOnlyList<TrustFact>> AboutAsync(TrustSubject subject, CancellationToken cancellation)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == subject.AccountId, cancellation);
        if (account is null) return [];
        var facts = new List<TrustFact>();
        var domain = subject.Email[(subject.Email.LastIndexOf('@') + 1)..];
        var source = text["FactSourceAccounts"].Value;
        var days = (int)(clock.GetUtcNow().UtcDateTime - account.CreatedAt).TotalDays;
        facts.Add(new TrustFact(text["FactAge", days.ToString(CultureInfo.CurrentCulture)], source, TrustTone.Neutral));
        // With a provider for anybody, an address shared says nothing; that it is one stands beside the facts of companies.
        if (MailProviders.Of(domain) is MailProvider.Unknown)
        {
            var ending = "@" + domain;
            var others = await db.Accounts.CountAsync(
                a => a.Id != account.Id && a.Role == account.Role && a.Status == AccountStatus.Active && a.Email!.EndsWith(ending), cancellation);
            if (others > 0) facts.Add(new TrustFact(text["FactSameDomain", others, domain], source, TrustTone.Good));
            var refused = await (
                from approval in db.Approvals
                join other in db.Accounts on approval.AccountId equals other.Id
                where other.Id != account.Id && other.Email!.EndsWith(ending) && (approval.State == ApprovalState.Refused || approval.State == ApprovalState.Banned)
                select approval.Id).CountAsync(cancellation);
            if (refused > 0) facts.Add(new TrustFact(text["FactRefusedDomain", refused, domain], text["FactSourceRequests"], TrustTone.Careful));
        }
        var earlier = await db.Approvals.AsNoTracking().Where(a => a.AccountId == account.Id)
            .Select(a => a.Steps.Count(s => s.What == nameof(ApprovalState.Refused) || s.What == nameof(ApprovalState.Suspended) || s.What == nameof(ApprovalState.Banned)))
            .FirstOrDefaultAsync(cancellation);
        if (earlier > 0) facts.Add(new TrustFact(text["FactEarlier", earlier], text["FactSourceRequests"], TrustTone.Careful));
        return facts;
    }
}
