using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.Security;

/// <summary>Gives an account its new address: opening the link changes nothing, the button does, and the old address is told.</summary>
internal sealed class ConfirmEmailModel(AdminDb db, MailLinks links, AccountMail mails, IAudit audit, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>The new address; null when the link is worthless.</summary>
    public string? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Address = (await links.FindAsync(LinkPurpose.ChangeEmail, Token, cancellation))?.Address;
        return Address is null ? Gone() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await links.FindAsync(LinkPurpose.ChangeEmail, Token, cancellation) is not { Address: { } address } link) return Gone();
        try
        {
            if (!await MoveAsync(link, address, cancellation)) return Gone();
        }
        catch (DbUpdateException)
        {
            // Somebody else has it since.
            Address = address;
            ModelState.AddModelError("", texts["EmailTaken"]);
            return Page();
        }
        await audit.WriteAsync(new AuditEntry("email.changed", "account", link.AccountId), cancellation);
        this.Say(texts["ConfirmEmailSaid"]);
        return LocalRedirect("/account");
    }

    private async Task<bool> MoveAsync(MailLink link, string address, CancellationToken cancellation)
    {
        var moved = false;
        await db.InTransactionAsync(
            async () =>
            {
                if (!await links.TakeAsync(link, cancellation)) return;
                var account = await db.Accounts.SingleAsync(a => a.Id == link.AccountId, cancellation);
                if (!account.MaySignIn) return;
                db.Publish(mails.Notice(account.Email!, "NoticeEmail"));
                var before = account.Email;
                account.MoveTo(address);
                db.Publish(new AccountMoved(account.Id, account.Email!) { Before = before });
                // Links to a new password that lie in the old mailbox.
                await links.RevokeAsync(LinkPurpose.ResetPassword, account.Id, cancellation);
                await db.SaveChangesAsync(cancellation);
                moved = true;
            },
            cancellation);
        return moved;
    }

    private PageResult Gone()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
