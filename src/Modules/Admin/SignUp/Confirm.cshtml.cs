using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.SignUp;

/// <summary>Confirms an address: opening the link shows who asked for what, the button makes it so.</summary>
internal sealed class ConfirmModel(AdminDb db, MailLinks links, IAudit audit, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public View? Asked { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await links.FindAsync(LinkPurpose.ConfirmSignUp, Token, cancellation) is not { } link)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        Asked = await (from account in db.Accounts.Where(a => a.Id == link.AccountId)
                       join wish in db.Wishes on account.Id equals wish.AccountId
                       select new View(account.Name, account.Email!, account.Role, wish.Asks)).SingleOrDefaultAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await links.FindAsync(LinkPurpose.ConfirmSignUp, Token, cancellation) is not { } link || !await ConfirmAsync(link, cancellation))
        {
            var page = Page();
            page.StatusCode = StatusCodes.Status404NotFound;
            return page;
        }
        await audit.WriteAsync(new AuditEntry("account.confirmed", "account", link.AccountId), cancellation);
        this.Say(texts["ConfirmSaid"]);
        return LocalRedirect("/account/login");
    }

    private async Task<bool> ConfirmAsync(MailLink link, CancellationToken cancellation)
    {
        var confirmed = false;
        await db.InTransactionAsync(
            async () =>
            {
                if (!await links.TakeAsync(link, cancellation)) return;
                var account = await db.Accounts.SingleAsync(a => a.Id == link.AccountId, cancellation);
                if (!account.TryConfirm()) return;
                var wish = await db.Wishes.SingleAsync(w => w.AccountId == account.Id, cancellation);
                db.Publish(new AccountRequested(account.Id, account.Name, account.Email!, account.Language, new AccountWish(account.Role, wish.Asks, wish.Details)));
                await db.SaveChangesAsync(cancellation);
                confirmed = true;
            },
            cancellation);
        return confirmed;
    }

    internal sealed record View(string Name, string Email, string Role, string Asks);
}
