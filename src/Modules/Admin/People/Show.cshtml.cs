using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Approvals;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.PersonalData;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.People;

/// <summary>One account: what it is, what it covers, and what an administrator can do about it.</summary>
internal sealed class ShowModel(
    AdminDb db, ChangeAccount change, EraseAccount erase, IEnumerable<IAccountScopes> modules, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public View Account { get; private set; } = null!;

    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> RoleChoices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostSuspendAsync(Guid id, CancellationToken cancellation) =>
        ChangeAsync(id, "SuspendedSaid", () => change.SuspendAsync(id, Input.Words?.ReplaceLineEndings("\n").Trim() ?? "", cancellation), cancellation);

    public Task<IActionResult> OnPostReinstateAsync(Guid id, CancellationToken cancellation) =>
        ChangeAsync(id, "ReinstatedSaid", () => change.ReinstateAsync(id, cancellation), cancellation);

    public Task<IActionResult> OnPostSessionsAsync(Guid id, CancellationToken cancellation) =>
        ChangeAsync(id, "SessionsEndedSaid", () => change.EndSessionsAsync(id, cancellation), cancellation);

    public Task<IActionResult> OnPostRoleAsync(Guid id, CancellationToken cancellation)
    {
        if (!Roles.All.Contains(Input.Role)) ModelState.AddModelError("Input.Role", text["RoleMissing"]);
        return ChangeAsync(id, "RoleChangedSaid", () => change.ChangeRoleAsync(id, Input.Role!, cancellation), cancellation);
    }

    /// <summary>For somebody who cannot do it themselves any more; typing the address is what keeps it from happening by a slip.</summary>
    public async Task<IActionResult> OnPostEraseAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return NotFound();
        if (Account.IsOwn) return RedirectToPage("/PersonalData/Erase");
        if (!string.Equals(Input.Address?.Trim(), Account.Email, StringComparison.OrdinalIgnoreCase)) ModelState.AddModelError("Input.Address", text["EraseAddressWrong"]);
        if (!ModelState.IsValid) return Page();
        // Once begun it goes on, whether or not the browser waits.
        var erased = await erase.TryRunAsync(id, CancellationToken.None);
        this.Say(text[erased ? "ErasedSaid" : "ChangeLast"]);
        return RedirectToPage(erased ? "Index" : "Show");
    }

    private async Task<IActionResult> ChangeAsync(Guid id, string said, Func<Task<ChangeOutcome>> act, CancellationToken cancellation)
    {
        if (!await db.Accounts.AnyAsync(a => a.Id == id, cancellation)) return NotFound();
        if (!ModelState.IsValid) return await LoadAsync(id, cancellation) ? Page() : NotFound();
        var outcome = await act();
        this.Say(text[outcome is ChangeOutcome.Done ? said : "Change" + outcome]);
        return RedirectToPage("Show", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var account = await db.Accounts.AsNoTracking().Where(a => a.Id == id)
            .Select(a => new View(
                a.Id, a.Name, a.Email!, a.Role, a.Status, a.CreatedAt, a.TwoFactorEnabled, a.Id == user.Id,
                db.Approvals.Where(p => p.AccountId == a.Id).Select(p => (Guid?)p.Id).FirstOrDefault()))
            .SingleOrDefaultAsync(cancellation);
        if (account is null) return false;
        Account = account;
        var scopes = new List<string>();
        foreach (var module in modules) scopes.AddRange(await module.OfAsync(id, cancellation));
        Scopes = scopes;
        RoleChoices = [.. Roles.All.Select(r => new SelectListItem(text["Role" + r], r, r == account.Role))];
        Input = Input with { Role = Input.Role ?? account.Role };
        return true;
    }

    internal sealed record Form
    {
        public string? Role { get; init; }

        public string? Address { get; init; }

        [StringLength(Approval.LongestWords, ErrorMessage = "WordsLength")]
        public string? Words { get; init; }
    }

    internal sealed record View(
        Guid Id, string Name, string Email, string Role, AccountStatus Status, DateTime CreatedAt, bool HasTwoFactor, bool IsOwn, Guid? ApprovalId);
}
