using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Mail;

/// <summary>
/// A visitor asked for a link to be mailed to an address. Whether anybody has the address is looked up after the answer, which so
/// takes the same time for everybody.
/// </summary>
internal sealed record LinkAsked(LinkPurpose Purpose, string Email, string Language) : IntegrationEvent;

/// <summary>Mails the link to who may have it.</summary>
internal sealed class MailLinkAsked(AdminDb db, MailLinks links, AccountMail mails) : IHandle<LinkAsked>
{
    public async Task HandleAsync(LinkAsked happened, CancellationToken cancellation)
    {
        if (await db.Links.AnyAsync(l => l.Id == happened.EventId, cancellation)) return;
        var normal = Account.Normal(happened.Email);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == normal, cancellation) is not { } account) return;
        var confirms = happened.Purpose is LinkPurpose.ConfirmSignUp;
        if (confirms ? account.Status is not AccountStatus.EmailUnverified : !account.MaySignIn) return;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(happened.Language);
        var token = links.Add(happened.Purpose, account.Id, id: happened.EventId);
        db.Publish(confirms ? mails.Confirm(account, token) : mails.Reset(account, token));
        await db.SaveChangesAsync(cancellation);
    }
}
