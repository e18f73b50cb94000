using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>My own request: where it stands, and the answer to what was asked.</summary>
internal sealed class MineModel(AdminDb db, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public View Asked { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } approval) return NotFound();
        if (!ModelState.IsValid) return Page();
        var answered = approval.TryAnswer(Input.Words!.ReplaceLineEndings("\n").Trim(), clock.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            answered = false;
        }
        this.Say(text[answered ? "AnswerSaid" : "AnswerTooLate"]);
        return RedirectToPage("Mine");
    }

    private async Task<Approval?> LoadAsync(CancellationToken cancellation)
    {
        var approval = await db.Approvals.SingleOrDefaultAsync(a => a.AccountId == user.Id, cancellation);
        if (approval is null) return null;
        Asked = new View(approval.Kind, approval.Asks, approval.State, [.. approval.Steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id)]);
        return approval;
    }

    internal sealed record Form
    {
        [Required(ErrorMessage = "AnswerMissing"), StringLength(Approval.LongestWords, ErrorMessage = "WordsLength")]
        public string? Words { get; init; }
    }

    internal sealed record View(ApprovalKind Kind, string Asks, ApprovalState State, IReadOnlyList<ApprovalStep> Steps);
}
