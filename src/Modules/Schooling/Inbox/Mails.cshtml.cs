using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>Where a manager chooses how soon mails tell of the inbox. What waits for a digest goes with the next mail, whatever is chosen.</summary>
internal sealed class MailsModel(SchoolingDb db, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string Email { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } member) return NotFound();
        Input = new Form { Pace = member.MailPace };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } member) return NotFound();
        if (!ModelState.IsValid) return Page();
        member.Choose(Input.Pace!.Value, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        await db.SaveChangesAsync(cancellation);
        this.Say(text["MailPaceSaid"]);
        return RedirectToPage();
    }

    private async Task<StaffMember?> FindAsync(CancellationToken cancellation)
    {
        var member = await db.Staff.FirstOrDefaultAsync(s => s.AccountId == user.Id, cancellation);
        Email = member?.Email ?? "";
        return member;
    }

    internal sealed record Form
    {
        [Required(ErrorMessage = "MailPaceMissing")]
        public MailPace? Pace { get; init; }
    }
}
