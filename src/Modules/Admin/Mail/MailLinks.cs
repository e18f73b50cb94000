using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Mail;

/// <summary>Makes links for mails, and takes each back once.</summary>
internal sealed class MailLinks(AdminDb db, TimeProvider clock)
{
    /// <summary>The token of a new link, which is kept with the next save.</summary>
    public string Add(LinkPurpose purpose, Guid account, string? address = null, Guid? id = null)
    {
        var (link, token) = MailLink.Make(id ?? Guid.CreateVersion7(), purpose, account, clock.GetUtcNow().UtcDateTime, address);
        db.Add(link);
        return token;
    }

    /// <summary>The link of a token that is good still; null for any other.</summary>
    public Task<MailLink?> FindAsync(LinkPurpose purpose, string? token, CancellationToken cancellation)
    {
        var (hash, now) = (MailLink.Hash(token ?? ""), clock.GetUtcNow().UtcDateTime);
        return db.Links.AsNoTracking()
            .SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == purpose && l.ExpiresAt > now, cancellation);
    }

    /// <summary>Uses a link up, and all others of its kind; false when somebody was faster.</summary>
    public async Task<bool> TakeAsync(MailLink link, CancellationToken cancellation)
    {
        if (await db.Links.Where(l => l.Id == link.Id).ExecuteDeleteAsync(cancellation) == 0) return false;
        await RevokeAsync(link.Purpose, link.AccountId, cancellation);
        return true;
    }

    /// <summary>Makes every link of this kind for the account worthless.</summary>
    public Task RevokeAsync(LinkPurpose purpose, Guid account, CancellationToken cancellation) =>
        db.Links.Where(l => l.AccountId == account && l.Purpose == purpose).ExecuteDeleteAsync(cancellation);
}
